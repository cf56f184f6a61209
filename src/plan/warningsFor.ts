import type { Network } from '../model/network';
import type { InterfaceChange, Step, Warning } from './plan';
import type { ReservedIn } from './planning';

const specialUsages = ['LOADB', 'NATGW', 'BM'] as const;

/** Code of a server's own interface; every other instance type belongs to a managed service (load balancer, DB, NKS). */
const serverInstanceType = 'VSVR';

/** What to know before saying yes that follows from the steps and the interfaces they change. */
export function warningsFor(
  network: Network,
  steps: readonly Omit<Step, 'id'>[],
  changes: readonly InterfaceChange[],
  reservedIn: ReservedIn,
): Warning[] {
  const takeovers = steps.flatMap((step) =>
    step.takes.map(({ address, from }): Warning => ({ kind: 'takeover', address, from, to: step.networkInterfaceNo })),
  );
  const reserved = changes.flatMap(({ networkInterfaceNo, subnetNo, gains }) =>
    gains.flatMap((address): Warning[] => {
      const reason = reservedIn(subnetNo).get(address);
      return reason === undefined ? [] : [{ kind: 'reserved', address, networkInterfaceNo, for: reason }];
    }),
  );
  const usages = [...new Set(changes.map((change) => change.subnetNo))].flatMap((subnetNo): Warning[] => {
    const code = network.subnet(subnetNo)?.usageType?.code;
    const usage = specialUsages.find((special) => special === code);
    return usage ? [{ kind: 'subnetUsage', subnetNo, usage }] : [];
  });
  const managed = changes.flatMap(({ networkInterfaceNo }): Warning[] => {
    const code = network.interface(networkInterfaceNo)?.instanceType?.code;
    const isManaged = code !== undefined && code !== serverInstanceType;
    return isManaged ? [{ kind: 'managedInterface', networkInterfaceNo, instanceType: code }] : [];
  });
  const unknown = changes.flatMap(({ networkInterfaceNo }): Warning[] =>
    isOwnerUnknown(network, networkInterfaceNo) ? [{ kind: 'unknownOwner', networkInterfaceNo }] : [],
  );
  const changed = new Map(
    changes.flatMap(({ subnetNo, gains, loses }) =>
      [...gains, ...loses].map((address) => [`${subnetNo} ${address}`, { subnetNo, address }]),
    ),
  );
  const holders = new Map<string, string[]>([...changed.keys()].map((key) => [key, []]));
  for (const subnetNo of new Set([...changed.values()].map((one) => one.subnetNo))) {
    for (const { networkInterfaceNo, secondaryIpList } of network.interfacesOf(subnetNo)) {
      for (const address of secondaryIpList) holders.get(`${subnetNo} ${address}`)?.push(networkInterfaceNo);
    }
  }
  const moving = [...holders].flatMap(([key, networkInterfaceNos]): Warning[] => {
    const address = changed.get(key)?.address;
    const isTwice = address !== undefined && networkInterfaceNos.length > 1;
    return isTwice ? [{ kind: 'moving', address, networkInterfaceNos }] : [];
  });
  const counts = steps.flatMap(({ networkInterfaceNo, count }): Warning[] =>
    count > 0 ? [{ kind: 'countNotRepeatable', networkInterfaceNo, count }] : [],
  );
  const guests = changes.flatMap(({ networkInterfaceNo, gains, chosenByService, loses }): Warning[] => {
    if (network.interface(networkInterfaceNo)?.instanceNo === undefined) return [];
    return [
      ...(gains.length + chosenByService > 0 ? [{ kind: 'guestOs', networkInterfaceNo } as const] : []),
      ...(loses.length > 0 ? [{ kind: 'guestOsLoses', networkInterfaceNo, addresses: loses } as const] : []),
    ];
  });
  return [...takeovers, ...reserved, ...usages, ...managed, ...unknown, ...moving, ...counts, ...guests];
}

/** In use without saying by what, or by what should be a server and is not in the list of servers. */
function isOwnerUnknown(network: Network, networkInterfaceNo: string): boolean {
  const one = network.interface(networkInterfaceNo);
  if (!one) return false;
  const { instanceNo, instanceType, networkInterfaceStatus } = one;
  if (instanceNo === undefined) return networkInterfaceStatus.code === 'USED';
  return (instanceType === undefined || instanceType.code === serverInstanceType) && !network.serverOf(one);
}
