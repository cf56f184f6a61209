import type { InterfaceAddresses } from '../plan/verifyStep';
import type { StepRecord } from './journalEntry';
import type { StepOutcome } from './outcome';

/** A step's outcome as the journal keeps it: the error as plain data, which api/ has cleared of secrets. */
export function recordOf({ error, isInterim, ...outcome }: StepOutcome): StepRecord {
  return {
    ...outcome,
    ...(isInterim && { isInterim }),
    // A new window goes on with what is not the last word.
    state: isInterim ? 'sent' : 'done',
    ...(error && { error: error.details }),
  };
}

/** The record of a step that was sent, with what became of it in place of what was known before. */
export function withOutcome(
  { sentAt, before }: StepRecord,
  outcome: StepOutcome,
  after: readonly InterfaceAddresses[],
): StepRecord {
  return {
    ...recordOf(outcome),
    ...(sentAt !== undefined && { sentAt }),
    ...(before && { before }),
    after: addressesOf(after),
  };
}

/** Of interfaces what the journal keeps. */
export function addressesOf(interfaces: readonly InterfaceAddresses[]): InterfaceAddresses[] {
  return interfaces.map(({ networkInterfaceNo, secondaryIpList }) => ({ networkInterfaceNo, secondaryIpList }));
}
