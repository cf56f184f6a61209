import type { Step } from '../plan/plan';
import type { StepVerdict } from '../plan/verifyStep';

/**
 * What reading tells of a count that was sent long before it is read: addresses that have appeared since may be a
 * colleague's, and nothing tells them from those the service chose. So none is claimed; they are unknown. What was listed
 * stands as it was found.
 */
export function doubtOldCount(
  verdict: StepVerdict,
  { count, secondaryIps }: Pick<Step, 'count' | 'secondaryIps'>,
): StepVerdict {
  const isAppeared = ({ address }: { readonly address: string }) => !secondaryIps.includes(address);
  if (count === 0 || !verdict.addresses.some(isAppeared)) return verdict;
  const reason = 'ambiguous';
  return {
    ...verdict,
    result: 'unknown',
    reason,
    addresses: verdict.addresses.map((one) =>
      isAppeared(one) ? { address: one.address, result: 'unknown', reason } : one,
    ),
    chosen: [],
  };
}
