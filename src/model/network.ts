import { isDeepStrictEqual } from 'node:util';
import { areSorted, sortAddresses } from './address';
import { createAddressRange, type AddressRange } from './addressRange';
import { createInterfaceIndex, type Holder, type InterfaceIndex } from './interfaceIndex';
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
  const interfaces = createInterfaceIndex(parts.interfaces.map(sorted));
  const around: Surroundings = {
    parts,
    vpcs: indexBy(parts.vpcs, (vpc) => vpc.vpcNo),
    subnets: indexBy(parts.subnets, (subnet) => subnet.subnetNo),
    servers: serversIn(parts),
    ranges: new Map(),
  };
  return join(around, interfaces);
}

/** The service lists secondary IPs in no order that means anything. */
function sorted(networkInterface: NetworkInterface): NetworkInterface {
  const { secondaryIpList } = networkInterface;
  return secondaryIpList.length < 2 || areSorted(secondaryIpList)
    ? networkInterface
    : { ...networkInterface, secondaryIpList: sortAddresses(secondaryIpList) };
}

/** What a network is joined with; a change of interfaces leaves it as it is. */
interface Surroundings {
  readonly parts: Required<NetworkParts>;
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly subnets: ReadonlyMap<string, Subnet>;
  /** Read when they are asked for first, like the ranges. */
  readonly servers: () => ReadonlyMap<string, Server>;
  readonly ranges: Map<string, AddressRange | undefined>;
}

function join(around: Surroundings, interfaces: InterfaceIndex, namesakes = namesakesOf(around, interfaces)): Network {
  const { parts, vpcs, subnets, servers, ranges } = around;
  const network: Network = {
    ...parts,
    interfaces: interfaces.list,
    vpc: (no) => vpcs.get(no),
    subnet: (no) => subnets.get(no),
    range(no) {
      const subnet = subnets.get(no);
      if (subnet && !ranges.has(no)) ranges.set(no, createAddressRange(subnet.subnet));
      return ranges.get(no);
    },
    server: (no) => servers().get(no),
    serverOf: serverIn(around),
    interfacesOfServer: (no) => interfaces.ofServer(no),
    interface: (no) => interfaces.get(no),
    hasNamesake: (no) => namesakes().has(no),
    interfacesOf: (no) => interfaces.of(no),
    holder: (subnetNo, address) => interfaces.holder(subnetNo, address),
    withInterfaces(fresh, gone = []) {
      const others = fresh.map(sorted).filter((one) => !isDeepStrictEqual(one, interfaces.get(one.networkInterfaceNo)));
      const lost = gone.filter((no) => interfaces.get(no));
      if (others.length === 0 && lost.length === 0) return network;
      const before = others.map(({ networkInterfaceNo }) => interfaces.get(networkInterfaceNo));
      if (lost.length > 0 || before.includes(undefined)) return join(around, rebuilt(interfaces.list, others, lost));
      const isNamedSame = others.every((one, at) => names.every((name) => one[name] === before[at]?.[name]));
      return join(around, interfaces.with(others), isNamedSame ? namesakes : undefined);
    },
  };
  return network;
}

/** Where some come or go. */
function rebuilt(
  list: readonly NetworkInterface[],
  others: readonly NetworkInterface[],
  lost: readonly string[],
): InterfaceIndex {
  const next = indexBy([...list, ...others], ({ networkInterfaceNo }) => networkInterfaceNo);
  for (const no of lost) next.delete(no);
  return createInterfaceIndex([...next.values()]);
}

/** What an interface is named by. */
const names = ['networkInterfaceName', 'deviceName', 'instanceNo'] as const;

function namesakesOf(around: Surroundings, interfaces: InterfaceIndex): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | undefined;
  return () => (known ??= findNamesakes(interfaces.list, serverIn(around)));
}

function serverIn({ servers }: Surroundings): Network['serverOf'] {
  return ({ instanceNo }) => (instanceNo === undefined ? undefined : servers().get(instanceNo));
}

function serversIn({ servers }: NetworkParts): Surroundings['servers'] {
  let known: ReturnType<Surroundings['servers']> | undefined;
  return () => (known ??= indexBy(servers, (server) => server.serverInstanceNo));
}

function indexBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const index = new Map<string, T>();
  for (const item of items) index.set(key(item), item);
  return index;
}
