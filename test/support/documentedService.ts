import ipaddr from 'ipaddr.js';

/** One interface of the model below. */
export interface ModelInterface {
  readonly no: string;
  readonly cidr: string;
  readonly subnetNo: string;
  readonly primary: string;
  readonly settling: boolean;
  secondary: string[];
}

export interface ModelCall {
  readonly action: 'assignSecondaryIps' | 'unassignSecondaryIps';
  readonly networkInterfaceNo: string;
  readonly secondaryIps: readonly string[];
  readonly count: number;
  readonly allowReassign: boolean;
}

/**
 * The documented rules for secondary IPs, written down once more and apart from the planner: it throws where the service
 * would refuse, and otherwise changes `world` as the service would. Returns what it chose for `count`.
 */
export function callDocumentedService(world: readonly ModelInterface[], call: ModelCall): string[] {
  const refuse = (rule: string): never => {
    throw new Error(`${rule}: ${JSON.stringify(call)}`);
  };
  const target = world.find(({ no }) => no === call.networkInterfaceNo) ?? refuse('no such interface');
  if (target.settling) refuse('interface is busy');
  const listed = call.secondaryIps;
  if (new Set(listed).size !== listed.length) refuse('listed twice');
  if (listed.length > 5) refuse('more than five listed');
  if (call.action === 'unassignSecondaryIps') {
    if (listed.length === 0) refuse('nothing listed');
    target.secondary = target.secondary.filter((address) => !listed.includes(address));
    return [];
  }
  if (!Number.isInteger(call.count) || call.count < 0 || call.count > 5) refuse('count outside 0 to 5');
  if (listed.length + call.count < 1) refuse('neither list nor count');

  const usable = usableAddresses(target.cidr);
  const neighbours = world.filter(({ subnetNo }) => subnetNo === target.subnetNo);
  for (const address of listed) {
    if (!usable.includes(address)) refuse('outside the subnet or reserved');
    if (neighbours.some(({ primary }) => primary === address)) refuse('a primary address');
    const holder = neighbours.find(({ secondary }) => secondary.includes(address));
    if (holder && holder !== target && !call.allowReassign) refuse('in use');
    if (holder?.settling) refuse('losing interface is busy');
  }
  const taken = new Set(neighbours.flatMap(({ primary, secondary }) => [primary, ...secondary]).concat(listed));
  const chosen = usable.filter((address) => !taken.has(address)).slice(0, call.count);
  if (chosen.length < call.count) refuse('nothing left to choose');
  if (new Set([...target.secondary, ...listed, ...chosen]).size > 5) refuse('more than five on the interface');

  for (const one of neighbours) {
    if (one !== target) one.secondary = one.secondary.filter((address) => !listed.includes(address));
  }
  target.secondary = [...new Set([...target.secondary, ...listed, ...chosen])];
  return chosen;
}

/** Every address of a subnet but offsets 0 to 5 and the last. */
export function usableAddresses(cidr: string): string[] {
  const [network, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  const size = 2 ** (32 - prefix);
  const [a = 0, b = 0, c = 0, d = 0] = network.octets;
  return Array.from({ length: size - 7 }, (_, index) => {
    const last = c * 256 + d + 6 + index;
    return `${a}.${b}.${Math.floor(last / 256)}.${last % 256}`;
  });
}
