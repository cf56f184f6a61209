import type { Outcome, StepOutcome } from './outcome';

/** One word for all steps; a skipped one counts as not applied. */
export function overallResult(steps: readonly StepOutcome['result'][]): Outcome['result'] {
  const results = new Set(steps);
  if (results.has('unknown')) return 'unknown';
  if (results.has('partly')) return 'partly';
  if (!results.has('applied')) return 'notApplied';
  return results.size === 1 ? 'applied' : 'partly';
}
