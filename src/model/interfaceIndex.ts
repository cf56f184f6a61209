import { sortByAddress } from './address';
import type { NetworkInterface } from './networkInterface';

/** Who holds an address in a subnet, and as what. */
export interface Holder {
  readonly networkInterface: NetworkInterface;
  readonly role: 'primary' | 'secondary';
}

/** The interfaces of a region, by everything they are asked for. Immutable: what a change leaves alone stays the same object. */
export interface InterfaceIndex {
  readonly list: readonly NetworkInterface[];
  get(networkInterfaceNo: string): NetworkInterface | undefined;
  /** Sorted by primary address. */
  of(subnetNo: string): readonly NetworkInterface[];
  ofServer(serverInstanceNo: string): readonly NetworkInterface[];
  holder(subnetNo: string, address: string): Holder | undefined;
  /** With these in place of those with their numbers, which are there. Costs what the subnets of these hold, and a copy of the list. */
  with(changed: readonly NetworkInterface[]): InterfaceIndex;
}

/** What an index is made of; kept by the next one as far as it stays true. */
interface Parts {
  readonly list: readonly NetworkInterface[];
  /** Where in the list each number stands; read when it is asked for first. */
  readonly positions: () => ReadonlyMap<string, number>;
  /** As they stand in the list: those of a subnet are sorted when they are asked for first. */
  readonly bySubnet: ReadonlyMap<string, readonly NetworkInterface[]>;
  /** Where in the list those of each server stand; read when it is asked for first. */
  readonly byServer: () => ReadonlyMap<string | undefined, readonly number[]>;
}

/** Groups the interfaces by subnet; all else is read when it is asked for first. */
export function createInterfaceIndex(list: readonly NetworkInterface[]): InterfaceIndex {
  const bySubnet = Map.groupBy(list, ({ subnetNo }) => subnetNo);
  return indexOf({ list, positions: positionsIn(list), bySubnet, byServer: serversOf(list) });
}

function indexOf(parts: Parts): InterfaceIndex {
  const { list, positions, bySubnet, byServer } = parts;
  const at = (position: number | undefined): NetworkInterface | undefined =>
    position === undefined ? undefined : list[position];
  const of = (subnetNo: string): readonly NetworkInterface[] => byAddress(bySubnet.get(subnetNo) ?? none);
  return {
    list,
    get: (no) => at(positions().get(no)),
    of,
    ofServer: (no) =>
      byServer()
        .get(no)
        ?.flatMap((position) => at(position) ?? []) ?? none,
    holder: (subnetNo, address) => holdersIn(of(subnetNo)).get(address),
    with: (changed) => indexOf(replaced(parts, changed)),
  };
}

const none: readonly NetworkInterface[] = [];

function replaced({ list, positions, bySubnet, byServer }: Parts, changed: readonly NetworkInterface[]): Parts {
  const nextList = [...list];
  const touched = new Map<string, Set<NetworkInterface>>();
  const touch = ({ subnetNo }: NetworkInterface): Set<NetworkInterface> => {
    const members = touched.get(subnetNo) ?? new Set(bySubnet.get(subnetNo));
    touched.set(subnetNo, members);
    return members;
  };
  let hasMoved = false;
  for (const one of changed) {
    const position = positions().get(one.networkInterfaceNo) ?? -1;
    const before = nextList[position];
    if (!before) continue;
    nextList[position] = one;
    touch(before).delete(before);
    touch(one).add(one);
    hasMoved ||= before.instanceNo !== one.instanceNo;
  }
  const nextBySubnet = new Map(bySubnet);
  for (const [subnetNo, members] of touched) nextBySubnet.set(subnetNo, [...members]);
  return {
    list: nextList,
    positions,
    bySubnet: nextBySubnet,
    byServer: hasMoved ? serversOf(nextList) : byServer,
  };
}

/** Of the interfaces of a subnet, as one object. */
const sortedMembers = new WeakMap<readonly NetworkInterface[], readonly NetworkInterface[]>();

function byAddress(members: readonly NetworkInterface[]): readonly NetworkInterface[] {
  const known = sortedMembers.get(members);
  if (known) return known;
  const sorted = sortByAddress(members, ({ ip }) => ip);
  sortedMembers.set(members, sorted);
  return sorted;
}

function positionsIn(list: readonly NetworkInterface[]): Parts['positions'] {
  let known: ReturnType<Parts['positions']> | undefined;
  return () => (known ??= new Map(list.map(({ networkInterfaceNo }, at) => [networkInterfaceNo, at])));
}

function serversOf(list: readonly NetworkInterface[]): Parts['byServer'] {
  let known: ReturnType<Parts['byServer']> | undefined;
  return () => (known ??= Map.groupBy(list.keys(), (position) => list[position]?.instanceNo));
}

/** Of a subnet's interfaces, as one object: a subnet that stays the same is not read again. */
const holders = new WeakMap<readonly NetworkInterface[], ReadonlyMap<string, Holder>>();

/** A primary address wins over a secondary one: in a read taken mid-move an address can show up twice. */
function holdersIn(members: readonly NetworkInterface[]): ReadonlyMap<string, Holder> {
  const known = holders.get(members);
  if (known) return known;
  const found = new Map<string, Holder>();
  for (const networkInterface of members)
    for (const address of networkInterface.secondaryIpList) found.set(address, { networkInterface, role: 'secondary' });
  for (const networkInterface of members) found.set(networkInterface.ip, { networkInterface, role: 'primary' });
  holders.set(members, found);
  return found;
}
