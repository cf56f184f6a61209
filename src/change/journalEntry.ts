import type { ApiErrorDetails } from '../api/apiError';
import type { Intent } from '../plan/intent';
import type { Plan } from '../plan/plan';
import type { InterfaceAddresses } from '../plan/verifyStep';
import type { Outcome, StepOutcome } from './outcome';

/**
 * How far a step got. It is `sent` from just before the call until its result is known, so a step found like that at
 * the next start may or may not have reached the service.
 */
export interface StepRecord extends Partial<Omit<StepOutcome, 'step' | 'error' | 'addresses' | 'chosen'>> {
  readonly step: StepOutcome['step'];
  readonly state: 'waiting' | 'sent' | 'done';
  readonly addresses: StepOutcome['addresses'];
  readonly chosen: StepOutcome['chosen'];
  /** Epoch ms. */
  readonly sentAt?: number;
  /** The touched interfaces as read right before the call. */
  readonly before?: readonly InterfaceAddresses[];
  /** The touched interfaces as last read after it. */
  readonly after?: readonly InterfaceAddresses[];
  readonly error?: ApiErrorDetails;
}

/** One change as it is kept: plain data, written before the first call and completed after the last. */
export interface JournalEntry {
  readonly version: 1;
  readonly id: string;
  readonly profile: { readonly id: string; readonly name: string };
  readonly regionCode: string;
  readonly intent: Intent;
  readonly plan: Plan;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly finishedAt?: number;
  /** `open` while somebody works on it, and after a killed extension host. */
  readonly state: 'open' | 'done';
  readonly result?: Outcome['result'];
  readonly cancelled?: boolean;
  /** Completed by reading at a later start. */
  readonly recovered?: boolean;
  readonly steps: readonly StepRecord[];
  /** The entry this one takes back. */
  readonly undoes?: string;
  /** The entry that took this one back. */
  readonly undoneBy?: string;
}

/** Where entries are kept. A rejected promise means "not written", and then nothing is sent. */
export interface ChangeJournal {
  open(entry: JournalEntry): Promise<void>;
  update(entry: JournalEntry): Promise<void>;
  /** Notes on an older entry that `by` took it back. */
  markUndone(id: string, by: string): Promise<void>;
}
