import { stepActions } from './stepActions';
import type { AppliedChange } from './transfersOf';

/**
 * How many addresses changes took from somebody: released, or moved to another interface. Those of which nobody knows whether
 * the call was carried out count too: what a file allows is a limit, not an estimate.
 */
export function countRemovals(changes: readonly Pick<AppliedChange, 'steps'>[]): number {
  return changes
    .flatMap(({ steps }) => steps)
    .flatMap(({ step, addresses }) => {
      const taken = new Set(step.takes.map(({ address }) => address));
      const isRemoval = (address: string): boolean => !stepActions[step.action].gives || taken.has(address);
      return addresses.filter(({ address, result }) => result !== 'notApplied' && isRemoval(address));
    }).length;
}
