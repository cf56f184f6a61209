import type { Settings } from '../contributions';
import type { Plan } from '../plan/plan';
import type { Profile } from '../session/profile';
import { isRisky } from './warningText';

/** What a plan needs before it is applied: nothing, a look at both sides, or a yes to who loses what. */
export type Confirmation = 'none' | 'review' | 'modal';

/** Confirmation follows the risk; `never` counts for the sandbox only. */
export function confirmationFor(
  plan: Plan,
  { site }: Pick<Profile, 'site'>,
  policy: Settings['confirm'],
): Confirmation {
  if (policy === 'never' && site === 'sandbox') return 'none';
  if (plan.warnings.some(isRisky)) return 'modal';
  return policy === 'always' ? 'review' : 'none';
}
