import type { Settings } from '../../contributions';
import type { Plan } from '../../plan/plan';
import type { Profile } from '../../session/profile';
import { isRisky } from './warningText';

/** What a plan that nobody reviewed yet needs before it is applied: nothing, a look at both sides, or a yes to who loses what. */
export type Confirmation = 'none' | 'review' | 'modal';

/**
 * Whether code may change a profile's network unasked: in the sandbox of this machine, and where the user named the profile
 * in the settings. A gateway of one's own on loopback is no sandbox: nobody knows what stands behind it.
 */
export function allowsUnattended(
  { site, name }: Pick<Profile, 'site' | 'name'>,
  allowed: Settings['allowUnattendedChanges'],
): boolean {
  return site === 'sandbox' || allowed.includes(name);
}

/**
 * Confirmation follows the risk; `never` counts for the sandbox only. VS Code does not tell who calls a command, a person,
 * another extension or a link in a message: so a plan that nobody answered a question for on its way here is at least shown.
 */
export function confirmationFor(
  plan: Plan,
  { site }: Pick<Profile, 'site'>,
  policy: Settings['confirm'],
  isAttended: boolean,
): Confirmation {
  if (policy === 'never' && site === 'sandbox') return 'none';
  if (plan.warnings.some(isRisky)) return 'modal';
  return policy === 'always' || !isAttended ? 'review' : 'none';
}
