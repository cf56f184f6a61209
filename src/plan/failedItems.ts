import type { IntentItem } from './intent';
import type { AppliedChange } from './transfersOf';

/**
 * What a change was asked for and did not achieve, as a new intent. What became of an `unknown` address the next plan
 * finds by reading; the service's own choice leaves nothing to find, so an `unknown` count is not asked for again.
 */
export function failedItems({ steps }: Pick<AppliedChange, 'steps'>): IntentItem[] {
  return steps.flatMap(({ step, addresses, result }): IntentItem[] => {
    const { networkInterfaceNo, count, allowReassign } = step;
    const done = new Set(addresses.filter(({ result }) => result === 'applied').map(({ address }) => address));
    const secondaryIps = step.secondaryIps.filter((address) => !done.has(address));
    if (step.action === 'unassignSecondaryIps') {
      return secondaryIps.length === 0 ? [] : [{ kind: 'unassign', networkInterfaceNo, secondaryIps }];
    }
    const left =
      result === 'unknown' ? 0 : count - [...done].filter((address) => !step.secondaryIps.includes(address)).length;
    if (secondaryIps.length === 0 && left <= 0) return [];
    return [{ kind: 'assign', networkInterfaceNo, secondaryIps, allowReassign, ...(left > 0 && { count: left }) }];
  });
}
