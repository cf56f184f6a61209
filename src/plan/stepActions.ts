import { maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import type { IntentItem } from './intent';
import type { Step } from './plan';

/** How the network differs from what a step was planned for, in a way that matters. */
export type Drift =
  | { readonly kind: 'interfaceGone'; readonly networkInterfaceNo: string }
  /** The number is in another subnet, or has another primary address: it is not the interface that was planned for. */
  | { readonly kind: 'otherInterface'; readonly networkInterfaceNo: string }
  /** It was attached elsewhere, or detached, since the plan was made. */
  | { readonly kind: 'otherOwner'; readonly networkInterfaceNo: string }
  | { readonly kind: 'noLongerThere'; readonly address: string; readonly networkInterfaceNo: string }
  | { readonly kind: 'alreadyThere'; readonly address: string; readonly networkInterfaceNo: string }
  /** `networkInterfaceNo` got hold of an address that was unseen when the plan was made. */
  | { readonly kind: 'takenMeanwhile'; readonly address: string; readonly networkInterfaceNo: string }
  | { readonly kind: 'noRoom'; readonly networkInterfaceNo: string; readonly has: number; readonly wants: number }
  | { readonly kind: 'settling'; readonly networkInterfaceNo: string };

/** What an action means for the addresses of a step. How it is sent is change/sendStep.ts. */
interface StepAction {
  /** Whether a listed address is on the step's interface once the step is done. */
  readonly gives: boolean;
  /** What forbids sending it, of the addresses; that the interfaces are the same was compared before. */
  drift(step: Step, now: readonly NetworkInterface[]): Drift | undefined;
  /** What is asked for again of a step that did not achieve all: these listed addresses, and so many chosen ones. */
  again(step: Step, secondaryIps: readonly string[], count: number): IntentItem[];
}

const assignSecondaryIps: StepAction = {
  gives: true,
  drift({ networkInterfaceNo, secondaryIps, takes, count }, now) {
    const has = listOf(now, networkInterfaceNo);
    for (const { address, from } of takes) {
      if (!listOf(now, from).includes(address)) return { kind: 'noLongerThere', address, networkInterfaceNo: from };
    }
    for (const address of secondaryIps) {
      if (has.includes(address)) return { kind: 'alreadyThere', address, networkInterfaceNo };
      const from = takes.find((take) => take.address === address)?.from;
      const holder = now.find((one) => one.networkInterfaceNo !== from && one.secondaryIpList.includes(address));
      if (holder) return { kind: 'takenMeanwhile', address, networkInterfaceNo: holder.networkInterfaceNo };
    }
    const wants = secondaryIps.length + count;
    if (has.length + wants <= maxSecondaryIps) return undefined;
    return { kind: 'noRoom', networkInterfaceNo, has: has.length, wants };
  },
  /** The yes to a takeover was for the addresses somebody held when planned: whoever holds one of the others by now came later. */
  again({ networkInterfaceNo, takes, allowReassign }, secondaryIps, count) {
    const held = new Set(takes.map(({ address }) => address));
    const taken = secondaryIps.filter((address) => held.has(address));
    const others = secondaryIps.filter((address) => !held.has(address));
    const assign = { kind: 'assign', networkInterfaceNo } as const;
    return [
      ...(taken.length > 0 ? [{ ...assign, secondaryIps: taken, allowReassign }] : []),
      ...(others.length > 0 || count > 0
        ? [{ ...assign, secondaryIps: others, allowReassign: false, ...(count > 0 && { count }) }]
        : []),
    ];
  },
};

const unassignSecondaryIps: StepAction = {
  gives: false,
  drift({ networkInterfaceNo, secondaryIps }, now) {
    const has = listOf(now, networkInterfaceNo);
    const lost = secondaryIps.find((address) => !has.includes(address));
    return lost === undefined ? undefined : { kind: 'noLongerThere', address: lost, networkInterfaceNo };
  },
  again: ({ networkInterfaceNo }, secondaryIps) =>
    secondaryIps.length === 0 ? [] : [{ kind: 'unassign', networkInterfaceNo, secondaryIps }],
};

/** One row for each action: the planner, the executor, the journal and undo ask it instead of asking for the action's name. */
export const stepActions = { assignSecondaryIps, unassignSecondaryIps } satisfies Record<Step['action'], StepAction>;

function listOf(interfaces: readonly NetworkInterface[], no: string): readonly string[] {
  return interfaces.find(({ networkInterfaceNo }) => networkInterfaceNo === no)?.secondaryIpList ?? [];
}
