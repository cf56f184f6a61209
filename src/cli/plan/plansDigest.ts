import { createHash } from 'node:crypto';
import type { Plan } from '../../plan/plan';
import { planDigest } from '../../plan/planDigest';

/**
 * One digest for everything that is to be applied at once: of one plan its own, of several, or of none, the SHA-256 over their
 * digests as a JSON list, in hex.
 */
export function plansDigest(plans: readonly Plan[]): string {
  return joinedDigest(plans.map(planDigest));
}

/** {@link plansDigest} of plans whose digests are known. */
export function joinedDigest(digests: readonly string[]): string {
  const [only, ...others] = digests;
  if (only !== undefined && others.length === 0) return only;
  return createHash('sha256').update(JSON.stringify(digests)).digest('hex');
}
