import { describe, expect, it } from 'vitest';
import type { ApiErrorDetails, ApiErrorKind, KeyFlaw, Obstacle } from '../../../src/api/apiError';
import { ReadOnlyError } from '../../../src/change/asApiError';
import { MissingKeysError } from '../../../src/session/keys/missingKeys';
import { errorText } from '../../../src/words/errorText';
import { createNamer } from '../../../src/words/namer';
import { PlanRefused } from '../../../src/words/planRefused';
import { apiFailure } from '../../support/apiFailure';
import { buildProfile } from '../../support/buildProfile';
import { expectGolden } from '../../support/goldenText';
import { threeInterfaces } from '../../support/threeInterfaces';

/** Each kind as it comes from the client, as far as its sentence depends on it. */
const samples = {
  credentials: { http: 401, code: '200', apiMessage: 'Authentication Failed' },
  headersMissing: { http: 401 },
  clockSkew: { http: 401, skewMs: -7 * 60_000 },
  permission: { action: 'assignSecondaryIps', http: 401, code: '210', apiMessage: 'Permission Denied' },
  notFound: { http: 404 },
  rateLimited: { http: 429 },
  quota: { http: 429 },
  refused: { layer: 'product', action: 'assignSecondaryIps', http: 400, code: '1000036', apiMessage: 'In use.' },
  unavailable: { http: 503 },
  timeout: { layer: 'transport' },
  network: { layer: 'transport' },
  unreadable: { layer: 'transport', snippet: '<html>' },
  invalidRequest: { layer: 'client', apiMessage: 'secondaryIpList: an interface holds 5 secondary IPs at most' },
  cancelled: { layer: 'client' },
} as const satisfies Record<ApiErrorKind, Partial<ApiErrorDetails>>;

/** What may stand in the way of a network failure. */
const obstacles = {
  proxyAway: 'no connection to the proxy',
  proxyLogin: 'HTTP 407',
  proxyRefusal: 'HTTP 403',
  certificate: 'SELF_SIGNED_CERT_IN_CHAIN',
} as const satisfies Record<Obstacle, string>;

describe('errorText', () => {
  it('has what happened, what to do and what does it for every kind', async () => {
    const lines = Object.entries(samples).map(([kind, details]) => {
      const { message, repair, remedy } = errorText(apiFailure(kind as ApiErrorKind, details));
      return `${kind} (${remedy})\n  ${message}\n  ${repair}`;
    });
    await expectGolden(import.meta.filename, 'errorText.txt', lines);
  });

  it('names what stands in the way, and what mends it', async () => {
    const lines = Object.entries(obstacles).map(([obstacle, apiMessage]) => {
      const details = { layer: 'transport', obstacle: obstacle as Obstacle, apiMessage } as const;
      const { summary, message, repair } = errorText(apiFailure('network', details));
      expect(message).toContain(summary);
      return `${obstacle}\n  ${message}\n  ${repair}`;
    });
    await expectGolden(import.meta.filename, 'obstacles.txt', lines);
  });

  it('says of keys that never left this machine what is wrong with them, not that NAVER Cloud refuses them', async () => {
    const own = {
      ended: 'the temporary keys have ended',
      unreadable: 'the keys could not be read',
      malformed: 'the keys are empty or malformed',
    } as const satisfies Record<KeyFlaw, string>;
    const lines = Object.entries(own).map(([keyFlaw, apiMessage]) => {
      const details = { layer: 'client', keyFlaw: keyFlaw as KeyFlaw, apiMessage } as const;
      const { message, repair, remedy } = errorText(apiFailure('credentials', details));
      expect(message).not.toContain('NAVER Cloud');
      return `${keyFlaw} (${remedy})\n  ${message}\n  ${repair}`;
    });
    await expectGolden(import.meta.filename, 'keyFlaws.txt', lines);
  });

  it('tells a clock that is ahead from one that is behind', () => {
    expect(errorText(apiFailure('clockSkew', { skewMs: 6 * 60_000 })).message).toContain('6 min ahead');
    expect(errorText(apiFailure('clockSkew', { skewMs: -6 * 60_000 })).message).toContain('6 min behind');
  });

  it('does not put the words of our own checks in the mouth of the service', () => {
    const apiMessage = 'secondaryIpCount: 0 to 5';
    const { message } = errorText(apiFailure('invalidRequest', { layer: 'client', apiMessage }));
    expect(message).toContain(apiMessage);
    expect(message).not.toContain('NAVER Cloud');
  });

  it('leaves the code away where the service said nothing', () => {
    expect(errorText(apiFailure('refused', { code: '1000036' })).message).not.toContain('1000036');
  });

  it.each(['absent', 'ended', 'unreadable'] as const)(
    'offers to enter the keys of a profile by its name when they are %s',
    (reason) => {
      expect(errorText(new MissingKeysError(buildProfile({ name: 'prod' }), reason))).toMatchObject({
        message: expect.stringContaining('prod') as unknown,
        remedy: 'keys',
      });
    },
  );

  it('gives every problem of a plan a line, once', () => {
    const problem = { kind: 'reserved', address: '10.0.10.5', cidr: '', firstUsable: 'a', lastUsable: 'b' } as const;
    const refused = new PlanRefused(
      [problem, problem, { ...problem, line: 3 }, { kind: 'nothingToDo' }],
      createNamer(threeInterfaces()),
    );
    expect(errorText(refused).message.split('\n')).toEqual([
      '10.0.10.5 is reserved. Use a to b.',
      'Line 3: 10.0.10.5 is reserved. Use a to b.',
      'Nothing to change.',
    ]);
  });

  it('knows a refusal to write of another bundle by its mark', () => {
    expect(errorText(new ReadOnlyError()).message).toContain('read-only');
  });

  it.each([
    ['an error', new RangeError('out of bounds'), 'out of bounds'],
    ['anything else', 'just a text', 'just a text'],
    ['an error of the wire without its mark', Object.assign(new Error('socket'), { details: {} }), 'socket'],
  ])('asks to report what nobody expected: %s', (_, error, words) => {
    expect(errorText(error)).toMatchObject({ message: expect.stringContaining(words) as unknown, remedy: 'log' });
  });
});
