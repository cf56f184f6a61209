import type { StepRecord } from './journalEntry';
import type { StepOutcome } from './outcome';

/** A step's outcome as the journal keeps it: the error as plain data, which api/ has cleared of secrets. */
export function recordOf({ error, ...outcome }: StepOutcome): StepRecord {
  return { ...outcome, state: 'done', ...(error && { error: error.details }) };
}
