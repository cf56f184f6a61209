import type { Network } from '../../src/model/network';
import type { NetworkInterface } from '../../src/model/networkInterface';
import { isSettling } from '../../src/model/networkInterface';
import type { IntentItem } from '../../src/plan/intent';
import type { Plan, Step } from '../../src/plan/plan';
import { touchedBy } from '../../src/plan/stepDrift';
import { unseenAddresses } from '../../src/plan/unseenAddresses';
import type { Act, Mishap } from './command';

const fullSubnetNo = '3110';

/** Subnets of the small scenario with interfaces to play with. */
const subnetNos = ['3104', '3105', fullSubnetNo];

function playground(network: Network): readonly NetworkInterface[] {
  return subnetNos.flatMap((no) => network.interfacesOf(no)).filter((one) => !isSettling(one));
}

/** The items of an act in this network; none when it makes no sense there. `undo` is not an item. */
export function toItems(act: Act, network: Network): IntentItem[] {
  const wantsRoom = act.kind !== 'move' && act.kind !== 'unassign';
  const interfaces = playground(network).filter((one) => !wantsRoom || one.subnetNo !== fullSubnetNo);
  const target = interfaces[act.target % interfaces.length];
  if (!target) return [];
  const { networkInterfaceNo } = target;
  const held = heldInSubnet(network, target);
  const pick = held[act.address % Math.max(1, held.length)];
  const assign = { kind: 'assign', networkInterfaceNo } as const;
  switch (act.kind) {
    case 'assign':
      return [{ ...assign, secondaryIps: unseen(network, target, act.address, act.n) }];
    case 'propose':
      return [{ ...assign, secondaryIps: [], propose: act.n }];
    case 'count':
      return [{ ...assign, secondaryIps: [], count: act.n }];
    case 'listAndCount':
      return [{ ...assign, secondaryIps: unseen(network, target, act.address, 1), count: act.n }];
    case 'takeover': {
      const secondaryIps = [...(pick ? [pick] : []), ...unseen(network, target, act.address, act.n - 1)];
      return [{ ...assign, secondaryIps, allowReassign: true }];
    }
    case 'move':
      return pick === undefined ? [] : [{ kind: 'move', networkInterfaceNo, secondaryIps: [pick] }];
    case 'unassign':
      return [{ kind: 'unassign', networkInterfaceNo, secondaryIps: target.secondaryIpList.slice(0, act.n) }];
    case 'undo':
      return [];
  }
}

/**
 * What somebody else does, as the sandbox takes it, with the address it is about. One who is aimed gets hold of an address
 * that the plan takes from somebody, before the plan does.
 */
export function toForeignChange(
  foreign: NonNullable<Mishap['foreign']>,
  network: Network,
  { steps }: Pick<Plan, 'steps'>,
) {
  const aim = foreign.isAimed ? steps.find(({ takes }) => takes.length > 0) : undefined;
  const interfaces = playground(network).filter((one) => !aim || isThird(one, aim, network));
  const target = interfaces[foreign.target % Math.max(1, interfaces.length)];
  if (!target) return undefined;
  const { networkInterfaceNo } = target;
  if (foreign.kind === 'remove')
    return { change: { remove: { networkInterfaceNo } }, networkInterfaceNo, addresses: target.secondaryIpList };
  const own = target.secondaryIpList[foreign.address % Math.max(1, target.secondaryIpList.length)];
  const wanted = aim?.takes.map(({ address }) => address);
  const candidates = wanted ?? [...heldInSubnet(network, target), ...unseen(network, target, 0, 8)];
  const other = candidates[foreign.address % Math.max(1, candidates.length)];
  const address = foreign.kind === 'unassign' ? own : other;
  if (address === undefined) return undefined;
  return { change: { [foreign.kind]: { networkInterfaceNo, address } }, networkInterfaceNo, addresses: [address] };
}

/** An interface of the same subnet that a step neither gives to nor takes from. */
function isThird({ networkInterfaceNo, subnetNo }: NetworkInterface, step: Step, network: Network): boolean {
  return (
    subnetNo === network.interface(step.networkInterfaceNo)?.subnetNo && !touchedBy(step).includes(networkInterfaceNo)
  );
}

function heldInSubnet(network: Network, target: NetworkInterface): string[] {
  const others = network.interfacesOf(target.subnetNo).filter((one) => one !== target);
  return others.flatMap((one) => one.secondaryIpList).sort();
}

function unseen(network: Network, target: NetworkInterface, from: number, n: number): string[] {
  return [...unseenAddresses(network, target.subnetNo)].slice(from % 10, (from % 10) + n);
}
