import type { Step } from '../plan/plan';
import type { StepOutcome } from './outcome';

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
