import type { IntentItem } from './intent';
import { stepActions } from './stepActions';
import type { AppliedChange } from './transfersOf';

/**
 * What a change was asked for and did not achieve, as a new intent. What became of an `unknown` address the next plan
 * finds by reading; the service's own choice leaves nothing to find, so an `unknown` count is not asked for again.
 */
export function failedItems({ steps }: Pick<AppliedChange, 'steps'>): IntentItem[] {
  return steps.flatMap(({ step, addresses, result }): IntentItem[] => {
    const done = new Set(addresses.filter(({ result }) => result === 'applied').map(({ address }) => address));
    const missing = step.secondaryIps.filter((address) => !done.has(address));
    const chosen = [...done].filter((address) => !step.secondaryIps.includes(address)).length;
    return stepActions[step.action].again(step, missing, result === 'unknown' ? 0 : Math.max(0, step.count - chosen));
  });
}
