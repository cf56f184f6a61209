import type { ApiError } from '../api/apiError';
import type { NetworkInterface } from '../model/networkInterface';
import type { Plan, Step } from '../plan/plan';
import type { Drift } from '../plan/stepActions';
import type { AddressOutcome, UnexpectedDifference, UnknownReason } from '../plan/verifyStep';

/** Why a change ended before its next step: what it was begun with is not there any more. */
export type EndReason = 'keysReplaced' | 'profileRemoved' | 'readOnly';

/** What became of one step. */
export interface StepOutcome {
  readonly step: Step;
  /** `skipped`: cancelled or stopped before it was sent. */
  readonly result: 'applied' | 'partly' | 'notApplied' | 'unknown' | 'skipped';
  /** With `unknown`. */
  readonly reason?: UnknownReason;
  /** Every listed address, then those the service chose. */
  readonly addresses: readonly AddressOutcome[];
  /** Addresses the service chose for `count`. */
  readonly chosen: readonly string[];
  /** What somebody else changed on the touched interfaces meanwhile. */
  readonly unexpected: readonly UnexpectedDifference[];
  /** True when the answer was lost and the result was found by reading. */
  readonly reconciled: boolean;
  /** Not the last word: the answer was lost or contradicted, and reading goes on. */
  readonly isInterim?: true;
  /** False when an interface was still SET or UNSET when waiting ended. */
  readonly settled: boolean;
  readonly requestId?: string;
  /** Why it was refused, or how its answer was lost: a step with an error may well be applied. */
  readonly error?: ApiError;
  readonly durationMs: number;
}

/** What really happened, found by reading, not by believing. */
export interface Outcome {
  readonly plan: Plan;
  /** One for every step of the plan, in its order. */
  readonly steps: readonly StepOutcome[];
  /** `unknown` when it is so for any address; skipped steps count as not applied. */
  readonly result: 'applied' | 'partly' | 'notApplied' | 'unknown';
  readonly cancelled: boolean;
  /** Ended before this step's turn: the keys, the profile or the right to write it was begun with are gone. */
  readonly ended?: EndReason;
  /** The last word, while steps whose answer was lost are still being read. Never rejects. */
  readonly looking?: Promise<Outcome>;
  /** The network differed from the plan before this step; nothing from here on was sent. */
  readonly stale?: { readonly step: Step; readonly drift: Drift };
  /** The journal could not be written, so nothing more was sent. */
  readonly journalFailed?: boolean;
  /** What kept it from being written. */
  readonly journalError?: unknown;
  /** Its journal entry, by which it is undone or what failed of it is retried; absent without a journal. */
  readonly entry?: string;
  /** Every touched interface as last read; what is absent is left out, as code outside gets it too. */
  readonly interfaces: readonly NetworkInterface[];
}

/** One word for all steps; a skipped one counts as not applied. */
export function overallResult(steps: readonly StepOutcome['result'][]): Outcome['result'] {
  const results = new Set(steps);
  if (results.has('unknown')) return 'unknown';
  if (results.has('partly')) return 'partly';
  if (!results.has('applied')) return 'notApplied';
  return results.size === 1 ? 'applied' : 'partly';
}

/** The outcome of a step that was never sent. */
export function skippedStep(step: Step): StepOutcome {
  return {
    step,
    result: 'skipped',
    addresses: step.secondaryIps.map((address) => ({ address, result: 'notApplied' })),
    chosen: [],
    unexpected: [],
    reconciled: false,
    settled: true,
    durationMs: 0,
  };
}

/** The outcome of a step of which nobody can say whether it was carried out: nothing can be read. */
export function unreadStep(step: Step): StepOutcome {
  const reason = 'unreadable';
  const addresses = step.secondaryIps.map((address) => ({ address, result: 'unknown', reason }) as const);
  return { ...skippedStep(step), result: 'unknown', reason, addresses };
}
