import type { CompletionPlace } from '../../declared/completionPlace';
import { maxSecondaryIps, type NetworkInterface } from '../../model/networkInterface';
import { interfaceTitle } from '../../words/interfaceTitle';
import { shownName } from '../../words/shownName';
import type { Offered, OfferedItem } from './addressItems';
import { interfaceOf, subnetsAround, type Around } from './networkAround';

/** A region may have ten thousand interfaces. */
const most = 200;

/** The interfaces that may be named at a place: each once, and as holders of an address only those of its subnet. */
export function interfaceItems(place: CompletionPlace, around: Around, as: 'key' | 'holder'): Offered {
  const { network, names } = around;
  if (!network || !names) return { items: [], isIncomplete: false };
  const item = as === 'holder' ? place.floating[Number(place.path[1])] : undefined;
  const written = as === 'holder' ? (item?.holders ?? []) : place.interfaces;
  const taken = new Set(written.flatMap((name) => interfaceOf(around, name)?.networkInterfaceNo ?? []));
  const subnets = item ? subnetsAround(around, item.address) : [];
  const isFit = (one: NetworkInterface): boolean =>
    !taken.has(one.networkInterfaceNo) && (subnets.length === 0 || subnets.includes(one.subnetNo));
  const wanted = place.typed.toLowerCase();
  const found = network.interfaces.filter((one) => {
    const { networkInterfaceNo, networkInterfaceName, ip } = one;
    const server = network.serverOf(one)?.serverName ?? '';
    const texts = [networkInterfaceNo, networkInterfaceName, ip, server, names.best(one)];
    return isFit(one) && texts.some((text) => text.toLowerCase().includes(wanted));
  });
  const items = found.slice(0, most).map((one): OfferedItem => {
    const { ip, secondaryIpList, subnetNo, networkInterfaceNo } = one;
    const subnet = shownName(network.subnet(subnetNo)?.subnetName ?? subnetNo);
    const name = names.best(one);
    const isValue = as === 'holder' && place.path.length === 3;
    return {
      label: interfaceTitle(one, network),
      description: `${ip} · ${secondaryIpList.length}/${maxSecondaryIps} · ${subnet}`,
      detail: networkInterfaceNo,
      insert: as === 'holder' ? (isValue ? `[${name}$0]` : name) : place.hasColon ? name : `${name}: [$0]`,
      isSnippet: as === 'holder' ? isValue : !place.hasColon,
      goesOn: as === 'key' && !place.hasColon,
      isName: true,
    };
  });
  // What fits by number or address fits as well, whatever the label begins with.
  return { items, isIncomplete: true };
}
