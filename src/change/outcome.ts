import type { ApiError } from '../api/apiError';
import type { NetworkInterface } from '../model/networkInterface';
import type { Plan, Step } from '../plan/plan';

/** What became of one address. `unknown` only with a reason: reading could not settle it either. */
export interface AddressOutcome {
  readonly address: string;
  readonly result: 'applied' | 'notApplied' | 'unknown';
}

/** What became of one step. */
export interface StepOutcome {
  readonly step: Step;
  /** `skipped`: cancelled or stopped before it was sent. */
  readonly result: 'applied' | 'partly' | 'notApplied' | 'unknown' | 'skipped';
  readonly addresses: readonly AddressOutcome[];
  /** Addresses the service chose for `count`. */
  readonly chosen: readonly string[];
  /** True when the answer was lost and the result was found by reading. */
  readonly reconciled: boolean;
  /** False when an interface was still SET or UNSET when waiting ended. */
  readonly settled: boolean;
  readonly requestId?: string;
  readonly error?: ApiError;
  readonly durationMs: number;
}

/** What really happened, found by reading, not by believing. */
export interface Outcome {
  readonly plan: Plan;
  readonly steps: readonly StepOutcome[];
  readonly result: 'applied' | 'partly' | 'notApplied' | 'unknown';
  readonly cancelled: boolean;
  /** The world differed from the plan before this step; nothing from here on was sent. */
  readonly stale?: { readonly step: Step };
  /** Every touched interface as last read. */
  readonly interfaces: readonly NetworkInterface[];
}
