import { dropAbsent } from '../model/dropAbsent';
import type { Plan, Step } from './plan';
import { addressKey } from './planning';
import { stepActions } from './stepActions';
import type { AddressOutcome, InterfaceAddresses, StepVerdict } from './verifyStep';

/** A plan with what became of its steps. */
export interface AppliedChange {
  readonly plan: Pick<Plan, 'changes'>;
  readonly steps: readonly {
    readonly step: Step;
    readonly addresses: readonly AddressOutcome[];
    /** Absent while the step waits. */
    readonly result?: StepVerdict['result'] | 'skipped';
    /** The touched interfaces as read right before the call; absent when it was never sent. */
    readonly before?: readonly InterfaceAddresses[];
  }[];
}

/** Where an address really was before a change and where it was after it; absent = on no interface. */
export interface Transfer {
  readonly address: string;
  readonly subnetNo: string;
  readonly from?: string;
  readonly to?: string;
}

/** What a change did, address by address, several steps taken together. */
export interface Effects {
  readonly transfers: readonly Transfer[];
  /** What a call would have done of which nobody knows whether it was carried out. */
  readonly unknown: readonly Transfer[];
  /** Addresses the service was to choose are unknown: which ones they are is not to be found out any more. */
  readonly isUnclear: boolean;
}

/** The net effect of a change: only what is known to be applied. */
export function transfersOf(change: AppliedChange): readonly Transfer[] {
  return effectsOf(change).transfers;
}

/**
 * The net effect of a change. Of what is unknown a listed address counts as transferred when `isInPlace` says that it is
 * where its call would have put it, and it was not there before. One that was left to the service never does: whatever
 * has appeared may be a colleague's.
 */
export function effectsOf(
  { plan, steps }: AppliedChange,
  isInPlace: (transfer: Transfer) => boolean = () => false,
): Effects {
  const subnets = new Map(plan.changes.map((change) => [change.networkInterfaceNo, change.subnetNo]));
  const net = new Map<string, Transfer>();
  const unknown: Transfer[] = [];
  let isUnclear = false;
  for (const { step, addresses, before, result } of steps) {
    const subnetNo = subnets.get(step.networkInterfaceNo) ?? '';
    const chosen = addresses.filter((one) => one.result === 'applied' && !step.secondaryIps.includes(one.address));
    isUnclear ||= result === 'unknown' && chosen.length < step.count;
    for (const { address, result: became } of addresses) {
      if (became === 'notApplied') continue;
      const key = addressKey(subnetNo, address);
      const { from: holder, to } = sidesOf(step, address);
      const earlier = net.get(key);
      const from = earlier ? earlier.from : holder;
      const transfer = dropAbsent({ address, subnetNo, from, to });
      if (became === 'applied') net.set(key, transfer);
      else if (!isTold(step, address, before)) isUnclear = true;
      else if (isInPlace(transfer)) net.set(key, transfer);
      else unknown.push(transfer);
    }
  }
  return { transfers: [...net.values()].filter(({ from, to }) => from !== to), unknown, isUnclear };
}

/**
 * How many addresses changes took from somebody: released, or moved to another interface. Those of which nobody knows whether
 * the call was carried out count too: what a file allows is a limit, not an estimate.
 */
export function countRemovals(changes: readonly Pick<AppliedChange, 'steps'>[]): number {
  const isTaken = (step: Step, { address, result }: AddressOutcome): boolean =>
    result !== 'notApplied' && sidesOf(step, address).from !== undefined;
  return changes
    .flatMap(({ steps }) => steps)
    .flatMap(({ step, addresses }) => addresses.filter((one) => isTaken(step, one))).length;
}

function sidesOf({ action, networkInterfaceNo, takes }: Step, address: string): Pick<Transfer, 'from' | 'to'> {
  if (!stepActions[action].gives) return { from: networkInterfaceNo };
  const from = takes.find((take) => take.address === address)?.from;
  return dropAbsent({ to: networkInterfaceNo, from });
}

/** The place of an address tells whether its call was carried out: it was listed, and elsewhere right before. */
function isTold(
  { action, networkInterfaceNo, secondaryIps }: Step,
  address: string,
  before: readonly InterfaceAddresses[] | undefined,
): boolean {
  const had = before?.find((one) => one.networkInterfaceNo === networkInterfaceNo)?.secondaryIpList;
  if (!had || !secondaryIps.includes(address)) return false;
  return had.includes(address) !== stepActions[action].gives;
}
