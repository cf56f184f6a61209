import { describe, expect, it } from 'vitest';
import type { ApiErrorDetails } from '../../../../src/api/apiError';
import { retryRule, type Transport } from '../../../../src/api/calls/retryRule';

type Details = Omit<ApiErrorDetails, 'effect' | 'action'>;
const gateway = { layer: 'gateway' } as const;
const wire = { layer: 'transport' } as const;
const lost = { leftMachine: true, isTransient: true };
const stayed = { leftMachine: false, isTransient: true };

const rows: readonly [string, Details, Transport | undefined, string, string][] = [
  ['429 without Retry-After', { ...gateway, kind: 'rateLimited', http: 429 }, undefined, 'often', 'often'],
  [
    '429 with a short Retry-After',
    { ...gateway, kind: 'rateLimited', http: 429, retryAfterMs: 5_000 },
    undefined,
    'often',
    'often',
  ],
  [
    '429 with a long Retry-After',
    { ...gateway, kind: 'rateLimited', http: 429, retryAfterMs: 3_600_000 },
    undefined,
    'never',
    'never',
  ],
  [
    '503 that says "too fast"',
    { ...gateway, kind: 'rateLimited', http: 503, code: '420' },
    undefined,
    'often',
    'never',
  ],
  [
    '200 that says "too fast"',
    { ...gateway, kind: 'rateLimited', http: 200, code: '420' },
    undefined,
    'often',
    'never',
  ],
  [
    '200 that speaks of a quota',
    { ...gateway, kind: 'quota', http: 200, retryAfterMs: 1_000 },
    undefined,
    'often',
    'never',
  ],
  ['a used-up quota', { ...gateway, kind: 'quota', http: 429 }, undefined, 'never', 'never'],
  [
    'a quota that comes back soon',
    { ...gateway, kind: 'quota', http: 429, retryAfterMs: 1_000 },
    undefined,
    'often',
    'often',
  ],
  ['nobody listening', { ...wire, kind: 'network' }, stayed, 'often', 'often'],
  ['a bad certificate', { ...wire, kind: 'network' }, { ...stayed, isTransient: false }, 'never', 'never'],
  ['a reset', { ...wire, kind: 'network' }, lost, 'often', 'never'],
  ['a cut-off answer', { ...wire, kind: 'unreadable', http: 200 }, lost, 'often', 'never'],
  ['an answer too large', { ...wire, kind: 'unreadable' }, { ...lost, isTransient: false }, 'never', 'never'],
  ['a timeout', { ...wire, kind: 'timeout' }, lost, 'once', 'never'],
  ['503', { ...gateway, kind: 'unavailable', http: 503 }, undefined, 'often', 'never'],
  ['504', { ...gateway, kind: 'unavailable', http: 504 }, undefined, 'often', 'never'],
  ['500', { ...gateway, kind: 'unavailable', http: 500 }, undefined, 'once', 'never'],
  ['502', { ...wire, kind: 'unavailable', http: 502 }, undefined, 'once', 'never'],
  ['a wrong key', { ...gateway, kind: 'credentials', http: 401 }, undefined, 'never', 'never'],
  ['a refusal', { layer: 'product', kind: 'refused', http: 400 }, undefined, 'never', 'never'],
  ['an empty 200', { ...wire, kind: 'unreadable', http: 200 }, undefined, 'never', 'never'],
];

describe('retryRule', () => {
  it.each(rows)('after %s', (_what, details, transport, read, write) => {
    const full = { ...details, action: 'x' };
    expect(retryRule(full, false, transport)).toBe(read);
    expect(retryRule(full, true, transport)).toBe(write);
  });
});
