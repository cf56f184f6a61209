import { l10n } from 'vscode';
import type { Network } from '../../model/network';
import { hasRoomFor, maxSecondaryIps, type NetworkInterface } from '../../model/networkInterface';
import { checkAddress } from '../../plan/checkAddress';
import { parseAddressList } from '../../plan/parseAddressList';
import { createNamer } from '../../words/namer';
import { problemText } from '../../words/problemText';

/** Who could take the addresses over: a full interface would be refused in the very moment it is needed. */
export function standbys(network: Network, first = '', text = ''): readonly NetworkInterface[] {
  const own = network.interface(first);
  const { addresses } = parseAddressList(text);
  return own ? companyOf(network, own).filter((one) => hasRoomFor(one, addresses)) : [];
}

/** The other interfaces of the subnet that are attached to servers. */
export function companyOf(
  network: Network,
  { networkInterfaceNo, subnetNo }: NetworkInterface,
): readonly NetworkInterface[] {
  return network
    .interfacesOf(subnetNo)
    .filter((one) => isAttached(one) && one.networkInterfaceNo !== networkInterfaceNo);
}

/** True when it belongs to a server. */
export function isAttached({ instanceNo }: NetworkInterface): boolean {
  return instanceNo !== undefined;
}

/** What is wrong with the addresses typed; undefined when they can follow a master in the subnet of the interface. */
export function problemOf(text: string, networkInterfaceNo: string, network: Network): string | undefined {
  const { addresses, problems } = parseAddressList(text);
  const [unread] = problems;
  if (unread) return problemText(unread, createNamer(network));
  if (addresses.length === 0) return l10n.t('Enter an address of the subnet');
  const own = network.interface(networkInterfaceNo);
  if (addresses.length > maxSecondaryIps || (own && !hasRoomFor(own, addresses)))
    return l10n.t('An interface holds up to {0} secondary IPs', maxSecondaryIps);
  for (const address of addresses) {
    const checked = checkAddress(network, networkInterfaceNo, address, true);
    if (!checked.ok) return problemText(checked.problem, createNamer(network));
  }
  return undefined;
}
