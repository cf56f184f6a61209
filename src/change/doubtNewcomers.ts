import type { Step } from '../plan/plan';
import type { StepVerdict } from '../plan/verifyStep';

/**
 * What reading tells of a count whose answer was lost. Nothing tells the addresses that the service chose from those that a
 * colleague got meanwhile, so only `early` ones, seen right after the loss, are taken for the count's own; what came later is
 * unknown. What was listed stands as it was found.
 */
export function doubtNewcomers(
  verdict: StepVerdict,
  { count, secondaryIps }: Pick<Step, 'count' | 'secondaryIps'>,
  early: ReadonlySet<string>,
): StepVerdict {
  const isDoubtful = ({ address }: { readonly address: string }) =>
    !secondaryIps.includes(address) && !early.has(address);
  if (count === 0 || !verdict.addresses.some(isDoubtful)) return verdict;
  const reason = 'ambiguous';
  return {
    ...verdict,
    result: 'unknown',
    reason,
    addresses: verdict.addresses.map((one) =>
      isDoubtful(one) ? { address: one.address, result: 'unknown', reason } : one,
    ),
    chosen: verdict.chosen.filter((address) => early.has(address)),
  };
}
