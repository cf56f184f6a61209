import type { Plan, Warning } from './plan';

/** What a plan that nobody reviewed yet needs before it is applied: nothing, a look at both sides, or a yes to who loses what. */
export type ConfirmationKind = 'none' | 'review' | 'modal';

const riskyKinds: readonly Warning['kind'][] = ['takeover', 'removes', 'managedInterface', 'reserved'];

/** Changes that take something away, or what is kept for another: a review has to be answered by more than Enter, and a dialog asks where there was no review. */
export function isRisky(warning: Warning): boolean {
  return riskyKinds.includes(warning.kind);
}

/**
 * Whether code may change a profile's network unasked: in the sandbox of this machine, and where the user named the profile
 * in the settings. A gateway of one's own on loopback is no sandbox: nobody knows what stands behind it.
 */
export function allowsUnattended(
  { site, name }: { readonly site: string; readonly name: string },
  allowed: readonly string[],
): boolean {
  return site === 'sandbox' || allowed.includes(name);
}

/**
 * Confirmation follows the risk; `never` counts for the sandbox only. VS Code does not tell who calls a command, a person,
 * another extension or a link in a message: so a plan that nobody answered a question for on its way here is at least shown.
 */
export function confirmationFor(
  plan: Plan,
  { site }: { readonly site: string },
  policy: 'always' | 'risky' | 'never',
  isAttended: boolean,
): ConfirmationKind {
  if (policy === 'never' && site === 'sandbox') return 'none';
  if (plan.warnings.some(isRisky)) return 'modal';
  return policy === 'always' || !isAttended ? 'review' : 'none';
}
