import { factsOf, rejectionOf } from './ask';
import type { Verdict } from './check';
import type { KeyEvidence } from './keyEvidence';

const base = { id: 'key', layer: 'key' } as const;

/** Whether NAVER Cloud knows the key pair, and whose it is. `expiresAt` in epoch ms, of temporary keys. */
export function checkKey({ regions, identity }: KeyEvidence, expiresAt: number | undefined): Verdict {
  const error = rejectionOf(regions);
  if (error) {
    const symptom = error.layer === 'client' ? 'keyMalformed' : 'keyRefused';
    return { ...base, status: 'failed', symptom, facts: { ...factsOf(error), expiresAt } };
  }
  if (identity?.ok) {
    const { userType, loginAlias } = identity.value;
    return { ...base, status: 'ok', symptom: 'keyValid', facts: { userType, loginAlias, expiresAt } };
  }
  const facts = identity ? factsOf(identity.error) : {};
  return { ...base, status: 'warning', symptom: 'keyValidIdentityUnknown', facts: { ...facts, expiresAt } };
}

/** For a profile whose keys are not on this machine. */
export const missingKey: Verdict = { ...base, status: 'failed', symptom: 'keyMissing', facts: {} };

/** For temporary keys whose time is over: nothing can be signed with them. */
export function expiredKey(expiresAt: number): Verdict {
  return { ...base, status: 'failed', symptom: 'keyExpired', facts: { expiresAt } };
}
