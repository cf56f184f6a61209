import type { AccessControlGroup } from '../model/accessControlGroup';
import { addressToNumber, isIpv4 } from '../model/address';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import type { Subnet } from '../model/subnet';
import { createHaystack } from './haystack';
import type { Field, Match } from './hit';
import { publicIpOf } from '../model/interfaceTexts';
import { groupTexts, interfaceLine, macForms, subnetLine } from '../model/lines';
import { fold } from '../model/fold';

/** What a text of a haystack belongs to. */
export type Entry =
  | {
      readonly kind: 'address';
      readonly key: string;
      readonly networkInterface: NetworkInterface;
      readonly address: string;
      readonly role: 'primary' | 'secondary';
    }
  | { readonly kind: 'interface'; readonly key: string; readonly networkInterface: NetworkInterface }
  | { readonly kind: 'subnet'; readonly key: string; readonly subnet: Subnet };

/** One property of a network, ready to be searched. */
export interface Column {
  /** What fits, in the order of addresses; made one at a time, so that a reader that has enough stops the search. */
  find(needle: string, match: Match): Iterable<{ readonly entry: Entry; readonly text: string }>;
}

/** One network, ready to be searched. Entries stand in the order of addresses. */
export interface Shard {
  readonly network: Network;
  readonly columns: Readonly<Record<Field, Column>>;
  /** All that is known of each subnet and interface, folded; made when it is asked for first. */
  readonly lines: () => Iterable<EntryLine>;
  /** What the names of ACGs were taken from. */
  readonly groups: Groups | undefined;
  /** The one that was read as a whole: itself, or the one that this only differs from. */
  readonly whole: Shard;
}

/** An entry and everything that is known of it in one text. */
export interface EntryLine {
  readonly entry: Entry;
  readonly line: string;
}

/** ACGs with their names. */
export type Groups = readonly AccessControlGroup[];

type Text = readonly [text: string | undefined, entry: Entry];

/** Reads every searchable property of a network once, or of these subnets and interfaces of it. */
export function createShard(
  network: Network,
  groups?: Groups,
  of: Pick<Network, 'subnets' | 'interfaces'> = network,
): Shard {
  const nameOf = new Map(groups?.map((group) => [group.accessControlGroupNo, group.accessControlGroupName]));
  let lines: readonly EntryLine[] | undefined;
  const interfaces = sortedBy(of.interfaces, ({ ip }) => ip);
  const nics = interfaces.map((networkInterface): Extract<Entry, { kind: 'interface' }> => {
    return { kind: 'interface', key: `interface ${networkInterface.networkInterfaceNo}`, networkInterface };
  });
  const subnets = sortedBy(of.subnets, ({ subnet }) => subnet.split('/')[0] ?? '').map(
    (subnet): Extract<Entry, { kind: 'subnet' }> => ({ kind: 'subnet', key: `subnet ${subnet.subnetNo}`, subnet }),
  );
  const addresses = sortedBy(interfaces.flatMap(addressesOf), ({ address }) => address);
  const shard: Shard = {
    network,
    columns: {
      address: column(addresses.map((entry) => [entry.address, entry])),
      number: column(nics.map((entry) => [entry.networkInterface.networkInterfaceNo, entry])),
      name: column(nics.map((entry) => [entry.networkInterface.networkInterfaceName, entry])),
      server: column(nics.map((entry) => [network.serverOf(entry.networkInterface)?.serverName, entry])),
      mac: column(
        nics.flatMap((entry) => macForms(entry.networkInterface.macAddress).map((mac): Text => [mac, entry])),
      ),
      subnet: column(subnets.map((entry) => [entry.subnet.subnetName, entry])),
      cidr: column(subnets.map((entry) => [entry.subnet.subnet, entry])),
      publicIp: column(nics.map((entry) => [publicIpOf(entry.networkInterface, network), entry])),
      acg: column(
        nics.flatMap((entry) => groupTexts(entry.networkInterface, nameOf).map((text): Text => [text, entry])),
      ),
      description: column(nics.map((entry) => [entry.networkInterface.networkInterfaceDescription, entry])),
    },
    groups,
    lines: () =>
      (lines ??= [
        ...subnets.map((entry) => ({ entry, line: subnetLine(entry.subnet.subnetNo, network) })),
        ...nics.map((entry) => ({ entry, line: interfaceLine(entry.networkInterface, network, nameOf) })),
      ]),
    get whole() {
      return shard;
    },
  };
  return shard;
}

function column(texts: readonly Text[]): Column {
  const present = texts.filter((text): text is readonly [string, Entry] => text[0] !== undefined);
  const haystack = createHaystack(present.map(([text]) => fold(text)));
  return {
    *find(needle, match) {
      for (const index of haystack.find(needle, match)) {
        const found = present[index];
        if (found) yield { text: found[0], entry: found[1] };
      }
    },
  };
}

function addressesOf(networkInterface: NetworkInterface): Extract<Entry, { kind: 'address' }>[] {
  const entry = (address: string, role: 'primary' | 'secondary') => ({
    kind: 'address' as const,
    key: `address ${networkInterface.networkInterfaceNo} ${address}`,
    networkInterface,
    address,
    role,
  });
  return [
    entry(networkInterface.ip, 'primary'),
    ...networkInterface.secondaryIpList.map((ip) => entry(ip, 'secondary')),
  ];
}

/** Numeric order of addresses, each read once; what is not IPv4 comes last. */
function sortedBy<T>(items: readonly T[], addressOf: (item: T) => string): T[] {
  return items
    .map((item) => {
      const address = addressOf(item);
      return { item, order: isIpv4(address) ? addressToNumber(address) : Infinity };
    })
    .sort((a, b) => (a.order === b.order ? 0 : a.order - b.order))
    .map(({ item }) => item);
}
