import type { IntentItem } from './intent';
import type { AppliedChange } from './transfersOf';

/**
 * What a change was asked for and did not achieve, as a new intent. What became of an `unknown` address the next plan
 * finds by reading; the service's own choice leaves nothing to find, so an `unknown` count is not asked for again.
 * The yes to a takeover was for the addresses somebody held when planned: the others of the same call are asked for
 * without it, as whoever holds one by now came later.
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
    const held = new Set(step.takes.map(({ address }) => address));
    const taken = secondaryIps.filter((address) => held.has(address));
    const others = secondaryIps.filter((address) => !held.has(address));
    const assign = { kind: 'assign', networkInterfaceNo } as const;
    return [
      ...(taken.length > 0 ? [{ ...assign, secondaryIps: taken, allowReassign }] : []),
      ...(others.length > 0 || left > 0
        ? [{ ...assign, secondaryIps: others, allowReassign: false, ...(left > 0 && { count: left }) }]
        : []),
    ];
  });
}
