import type { Network } from '../../src/model/network';
import type { Plan } from '../../src/plan/plan';
import type { ArrivedRequest } from '../support/sandboxControls';
import type { TestSandbox } from '../support/sandbox';
import type { Command, Mishap } from './command';
import { toForeignChange } from './toItems';

/** What somebody else changes, as far as it may touch a command. */
export interface Foreign {
  readonly networkInterfaceNo: string;
  readonly addresses: readonly string[];
}

/** A change by somebody else that happens with the next call of `action`: before it (foreignChange) or after its 429 (slowDown). */
export interface OrderedForeign extends Foreign {
  readonly kind: NonNullable<Mishap['foreign']>['kind'];
  readonly action: string;
  readonly fault: string;
}

/** Who gets an interface with the fault ownerChanged. */
export const newOwner = '13200799';

/** The interface that gets another owner where a command meets that. */
export function toBeOwned({ steps }: Plan): string | undefined {
  return steps[0]?.networkInterfaceNo;
}

/** Queues the mishaps of a command and tells what somebody else is going to do. */
export async function order(
  command: Command,
  network: Network,
  plan: Plan,
  sandbox: Pick<TestSandbox, 'faults'>,
): Promise<OrderedForeign[]> {
  const foreign: OrderedForeign[] = [];
  let stale = 0;
  const isForEver = ({ fault, times }: Mishap): boolean => fault === 'laggingList' && times > 100;
  // A list that lags for ever can fool anybody whose answer was lost: only an answer can contradict it.
  const endsWell = command.killAt === undefined && command.mishaps.every((one) => isForEver(one) || !isLosing(one));
  for (const mishap of command.mishaps.filter((one) => endsWell || !isForEver(one))) {
    const { on, fault, times, extra, foreign: change } = mishap;
    const actions = on === 'read' ? ['getNetworkInterfaceList'] : ['assignSecondaryIps', 'unassignSecondaryIps'];
    // Three equal reads are what the executor calls proof; a list that lags for longer can fool anybody.
    if (fault === 'staleList' && ++stale > 2) continue;
    const other = change && toForeignChange(change, network, plan);
    if (change && !other) continue;
    if (other) foreign.push({ ...other, kind: change.kind, action: actions[0] ?? '', fault });
    const owned = fault === 'ownerChanged' && { networkInterfaceNo: toBeOwned(plan), instanceNo: newOwner };
    const [name, more] = fault === 'throttleWithRetryAfter' ? ['throttle', { retryAfter: 0 }] : [fault, {}];
    const which = other ? actions.slice(0, 1) : actions;
    const details = { times, ...extra, ...more, ...owned, ...other?.change };
    await sandbox.faults(which.map((action) => ({ action, fault: name, ...details })));
  }
  return foreign;
}

/** Whether a mishap can take the answer of a write away. */
function isLosing({ on, fault }: Mishap): boolean {
  return (
    on === 'write' &&
    !/xmlAnswer|numberCodes|missingFields|throttle|permission|skew|foreignChange|ListAnswer/.test(fault)
  );
}

/** Faults behind which a step may stay unknown however long one reads. */
export function mayHideTheTruth(requests: readonly ArrivedRequest[]): boolean {
  const harmful =
    /stuckSet|foreignChange|stall|unavailable|Timeout|reset|empty|html|bad|cutOff|skew|throttle|listAbsent|listEmpty|rowMalformed|unknownError|tryAgain/;
  const readFaults = requests.filter(
    ({ action, fault }) => action === 'getNetworkInterfaceList' && harmful.test(fault ?? ''),
  );
  const lasting = ['stuckSet', 'foreignChange', 'slowDown', 'laggingList', 'otherAccount'];
  return readFaults.length >= 3 || requests.some(({ fault }) => lasting.includes(fault ?? ''));
}
