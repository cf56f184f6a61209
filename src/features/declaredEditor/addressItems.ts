import { l10n } from 'vscode';
import type { CompletionPlace } from '../../declared/completionPlace';
import { unseenAddresses } from '../../plan/unseenAddresses';
import { createNamer } from '../../words/namer';
import { shownName } from '../../words/shownName';
import { interfaceOf, type Around } from './networkAround';

/** One thing that may stand at a place. */
export interface OfferedItem {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly insert: string;
  readonly isSnippet?: boolean;
  /** What comes next is offered at once. */
  readonly goesOn?: boolean;
  /** Found by more than its beginning: by number, address or server. */
  readonly isName?: boolean;
}

/** What fits, and whether typing on may find more. */
export interface Offered {
  readonly items: readonly OfferedItem[];
  readonly isIncomplete: boolean;
}

/** A subnet may have 65,529 addresses. */
const most = 50;
/** Of each of several subnets. */
const mostOfEach = 10;

/** The addresses for a place: what is held now where it is about that, else unseen ones of the right subnet, in order. */
export function addressItems(place: CompletionPlace, around: Around): Offered {
  const { network } = around;
  if (!network) return { items: [], isIncomplete: false };
  const [section, name, part] = place.path;
  if (section === 'released') return held(place, around, [...around.subnetNos]);
  const holders = section === 'floating' ? (place.floating[Number(name)]?.holders ?? []) : [String(name)];
  const named = holders.flatMap((holder) => interfaceOf(around, holder) ?? []);
  const own = section === 'interfaces' ? (named[0]?.secondaryIpList ?? []) : [];
  const subnetNos = [...new Set(named.map(({ subnetNo }) => subnetNo))];
  if (section === 'interfaces' && subnetNos.length === 0) return { items: [], isIncomplete: false };
  const wanted =
    subnetNos.length > 0
      ? subnetNos
      : around.subnetNos.size > 0
        ? [...around.subnetNos]
        : network.subnets.map(({ subnetNo }) => subnetNo);
  const isList = section === 'interfaces' && name !== undefined && part === undefined;
  const item = (address: string, description: string): OfferedItem => ({
    label: address,
    description,
    insert: isList ? `[${address}]` : address,
  });
  const items = own
    .filter((address) => address.startsWith(place.typed) && !place.written.has(address))
    .map((address) => item(address, l10n.t('held by this interface now')));
  let isIncomplete = false;
  for (const subnetNo of wanted) {
    let count = 0;
    const limit = wanted.length > 1 ? mostOfEach : most;
    for (const address of unseenAddresses(network, subnetNo)) {
      if (!address.startsWith(place.typed) || around.isKept(subnetNo, address) || place.written.has(address)) continue;
      isIncomplete ||= count >= limit;
      if (count++ >= limit) break;
      const subnet = wanted.length > 1 ? ` · ${shownName(network.subnet(subnetNo)?.subnetName ?? subnetNo)}` : '';
      items.push(item(address, `${l10n.t('not seen in use')}${subnet}`));
    }
  }
  return { items, isIncomplete };
}

/** The secondary IPs that somebody holds in these subnets. */
function held(place: CompletionPlace, { network }: Around, subnetNos: readonly string[]): Offered {
  if (!network) return { items: [], isIncomplete: false };
  const name = createNamer(network);
  const all = subnetNos
    .flatMap((no) => network.interfacesOf(no))
    .flatMap(({ networkInterfaceNo, secondaryIpList }) =>
      secondaryIpList
        .filter((address) => address.startsWith(place.typed) && !place.written.has(address))
        .map((address) => ({
          label: address,
          description: l10n.t('held by {0}', name(networkInterfaceNo)),
          insert: address,
        })),
    );
  return { items: all.slice(0, most), isIncomplete: all.length > most };
}
