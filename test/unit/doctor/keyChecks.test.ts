import { describe, expect, it } from 'vitest';
import type { ApiErrorDetails, ApiErrorKind } from '../../../src/api/apiError';
import { checkKey } from '../../../src/doctor/checkKey';
import { checkPermission } from '../../../src/doctor/checkPermission';
import { checkSignature } from '../../../src/doctor/checkSignature';
import { apiFailure } from '../../support/apiFailure';

const yes = { ok: true, value: [{ regionCode: 'KR', regionName: 'Korea' }] } as const;
const me = { ok: true, value: { id: '1', userType: 'Sub' } } as const;
const no = (kind: ApiErrorKind, details: Partial<ApiErrorDetails> = {}) =>
  ({ ok: false, error: apiFailure(kind, details).details }) as const;

describe('signature and key are told apart', () => {
  it.each([
    ['both calls are taken', yes, me, 'signatureAccepted', 'keyValid'],
    ['a permission lacks', no('permission'), me, 'signatureAccepted', 'keyValid'],
    ['the product says no', no('refused', { layer: 'product' }), me, 'signatureAccepted', 'keyValid'],
    ['only the gateway takes it', yes, no('credentials'), 'signatureAccepted', 'keyValidIdentityUnknown'],
    ['identities were not asked', yes, undefined, 'signatureAccepted', 'keyValidIdentityUnknown'],
    ['nobody takes it', no('credentials'), no('credentials'), 'signatureArrived', 'keyRefused'],
    ['the gateway does not, and nobody else was asked', no('credentials'), undefined, 'signatureArrived', 'keyRefused'],
    ['the keys cannot be used', no('credentials', { layer: 'client' }), undefined, 'nothingSigned', 'keyMalformed'],
  ] as const)('when %s', (_what, regions, identity, signature, key) => {
    expect(checkSignature({ regions, identity }).symptom).toBe(signature);
    expect(checkKey({ regions, identity }, undefined).symptom).toBe(key);
  });

  it.each([
    ['headers are gone', no('headersMissing'), undefined, 'headersMissing'],
    ['the key is good elsewhere', no('credentials'), me, 'onlyGatewayRefuses'],
    ['the clock is off after all', no('clockSkew', { skewMs: 400_000 }), undefined, 'clockRefused'],
    ['nothing comes back', no('timeout', { layer: 'transport' }), undefined, 'callFailed'],
    ['a proxy forbids it', no('permission', { layer: 'transport', http: 403 }), undefined, 'callFailed'],
    ['the gateway finds it malformed', no('refused', { layer: 'gateway', code: '100' }), undefined, 'callFailed'],
  ] as const)('when %s, the signature fails', (_what, regions, identity, symptom) => {
    expect(checkSignature({ regions, identity })).toMatchObject({ status: 'failed', symptom });
  });
});

describe('a permission', () => {
  it.each([
    ['granted', yes, 'ok', 'allowed'],
    ['granted, though the product turns the probe down', no('refused', { layer: 'product' }), 'ok', 'allowed'],
    ['denied', no('permission'), 'failed', 'denied'],
    ['not denied by a proxy that answers 403', no('permission', { layer: 'transport' }), 'failed', 'callFailed'],
    ['not denied by a service that is down', no('unavailable'), 'failed', 'callFailed'],
  ] as const)('is %s', (_what, asked, status, symptom) => {
    expect(checkPermission('getVpcList', asked)).toMatchObject({ status, symptom, facts: { action: 'getVpcList' } });
  });
});
