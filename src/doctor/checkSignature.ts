import { factsOf, rejectionOf } from './ask';
import type { Verdict } from './check';
import type { KeyEvidence } from './keyEvidence';

/**
 * Whether signed requests arrive whole. The gateway has one answer for an unknown key, a wrong secret and a changed request
 * (HTTP 401, code 200), so only a key that the identity service takes can prove that the signature was spoilt on the way.
 */
export function checkSignature({ regions, identity }: KeyEvidence): Verdict {
  const base = { id: 'signature', layer: 'signature' } as const;
  const error = rejectionOf(regions);
  if (!error) return { ...base, status: 'ok', symptom: 'signatureAccepted', facts: {} };
  const facts = factsOf(error);
  if (error.layer === 'client') return { ...base, status: 'skipped', symptom: 'nothingSigned', facts };
  switch (error.kind) {
    case 'headersMissing':
      return { ...base, status: 'failed', symptom: 'headersMissing', facts };
    case 'clockSkew': {
      const { skewMs = 0 } = error;
      return { ...base, status: 'failed', symptom: 'clockRefused', facts: { ...facts, skewMs } };
    }
    case 'credentials':
      return identity && !rejectionOf(identity)
        ? { ...base, status: 'failed', symptom: 'onlyGatewayRefuses', facts }
        : { ...base, status: 'ok', symptom: 'signatureArrived', facts };
    default:
      return { ...base, status: 'failed', symptom: 'callFailed', facts: { ...facts, action: 'getRegionList' } };
  }
}
