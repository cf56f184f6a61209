import { isDeepStrictEqual } from 'node:util';
import type { AccessControlGroup } from './accessControlGroup';
import { compareAddresses, sortAddresses } from './address';
import { createAddressRange, type AddressRange } from './addressRange';
import { findNamesakes } from './namesakes';
import type { NetworkInterface } from './networkInterface';
import type { Server } from './server';
import type { Subnet } from './subnet';
import type { Vpc } from './vpc';

/** What one load of a region brought. Ids are strings of digits. */
export interface NetworkParts {
  readonly regionCode: string;
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly servers: readonly Server[];
  readonly interfaces: readonly NetworkInterface[];
  readonly accessControlGroups?: readonly AccessControlGroup[];
}

/** Who holds an address in a subnet, and as what. */
export interface Holder {
  readonly networkInterface: NetworkInterface;
  readonly role: 'primary' | 'secondary';
}

/** One region's joined graph, as last read. Immutable: a change makes a new one. */
export interface Network extends Required<NetworkParts> {
  vpc(vpcNo: string): Vpc | undefined;
  subnet(subnetNo: string): Subnet | undefined;
  /** The subnet's usable addresses; undefined when the subnet is unknown or its CIDR unreadable. */
  range(subnetNo: string): AddressRange | undefined;
  server(serverInstanceNo: string): Server | undefined;
  /** The server an interface is attached to, when it is attached to a server we can see. */
  serverOf(networkInterface: Pick<NetworkInterface, 'instanceNo'>): Server | undefined;
  /** What is attached to a server. */
  interfacesOfServer(serverInstanceNo: string): readonly NetworkInterface[];
  interface(networkInterfaceNo: string): NetworkInterface | undefined;
  /** Another interface has the same name (src/words/interfaceTitle.ts), so that only the number tells the two apart. */
  hasNamesake(networkInterfaceNo: string): boolean;
  /** Sorted by primary address. */
  interfacesOf(subnetNo: string): readonly NetworkInterface[];
  /** Addresses are unique in a subnet only: two VPCs may use the same range. */
  holder(subnetNo: string, address: string): Holder | undefined;
  /** The same network with these interfaces read again; `gone` ones left out. */
  withInterfaces(fresh: readonly NetworkInterface[], gone?: readonly string[]): Network;
}

/** Joins what the list calls brought. Everything dangling (unknown subnet, unknown server) stays visible through `interfaces`. */
export function createNetwork(parts: NetworkParts): Network {
  return join({ ...parts, interfaces: parts.interfaces.map(sorted) });
}

/** The service lists secondary IPs in no order that means anything. */
function sorted(networkInterface: NetworkInterface): NetworkInterface {
  const { secondaryIpList } = networkInterface;
  return secondaryIpList.length < 2
    ? networkInterface
    : { ...networkInterface, secondaryIpList: sortAddresses(secondaryIpList) };
}

/** The network of interfaces that are {@link sorted} already: most of those are the ones before a change. */
function join(parts: NetworkParts): Network {
  const vpcs = indexBy(parts.vpcs, (vpc) => vpc.vpcNo);
  const subnets = indexBy(parts.subnets, (subnet) => subnet.subnetNo);
  const servers = indexBy(parts.servers, (server) => server.serverInstanceNo);
  const interfaces = indexBy(parts.interfaces, (networkInterface) => networkInterface.networkInterfaceNo);
  const ranges = new Map<string, AddressRange | undefined>();
  const bySubnet = Map.groupBy(parts.interfaces, (networkInterface) => networkInterface.subnetNo);
  for (const members of bySubnet.values()) members.sort((a, b) => compareAddresses(a.ip, b.ip));
  const holders = indexHolders(parts.interfaces);
  const serverOf = ({ instanceNo }: Pick<NetworkInterface, 'instanceNo'>): Server | undefined =>
    instanceNo === undefined ? undefined : servers.get(instanceNo);
  let namesakes: ReadonlySet<string> | undefined;
  let byServer: ReadonlyMap<string | undefined, readonly NetworkInterface[]> | undefined;

  const network: Network = {
    ...parts,
    accessControlGroups: parts.accessControlGroups ?? [],
    vpc: (no) => vpcs.get(no),
    subnet: (no) => subnets.get(no),
    range(no) {
      const subnet = subnets.get(no);
      if (subnet && !ranges.has(no)) ranges.set(no, createAddressRange(subnet.subnet));
      return ranges.get(no);
    },
    server: (no) => servers.get(no),
    serverOf,
    interfacesOfServer: (no) => (byServer ??= Map.groupBy(parts.interfaces, (one) => one.instanceNo)).get(no) ?? [],
    interface: (no) => interfaces.get(no),
    hasNamesake: (no) => (namesakes ??= findNamesakes(parts.interfaces, serverOf)).has(no),
    interfacesOf: (no) => bySubnet.get(no) ?? [],
    holder: (subnetNo, address) => holders.get(`${subnetNo} ${address}`),
    withInterfaces(fresh, gone = []) {
      const others = fresh.map(sorted).filter((one) => !isDeepStrictEqual(one, interfaces.get(one.networkInterfaceNo)));
      const lost = gone.filter((no) => interfaces.has(no));
      if (others.length === 0 && lost.length === 0) return network;
      const next = new Map(interfaces);
      for (const one of others) next.set(one.networkInterfaceNo, one);
      for (const no of lost) next.delete(no);
      return join({ ...parts, interfaces: [...next.values()] });
    },
  };
  return network;
}

function indexBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [key(item), item]));
}

/** A primary address wins over a secondary one: in a read taken mid-move an address can show up twice. */
function indexHolders(interfaces: readonly NetworkInterface[]): Map<string, Holder> {
  const holders = new Map<string, Holder>();
  for (const networkInterface of interfaces) {
    for (const address of networkInterface.secondaryIpList) {
      holders.set(`${networkInterface.subnetNo} ${address}`, { networkInterface, role: 'secondary' });
    }
  }
  for (const networkInterface of interfaces) {
    holders.set(`${networkInterface.subnetNo} ${networkInterface.ip}`, { networkInterface, role: 'primary' });
  }
  return holders;
}
