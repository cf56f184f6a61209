import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorDetails } from '../../../src/api/apiError';
import type { NcloudApi } from '../../../src/api/ncloudApi';
import type { ArrivedRequest } from '../../support/sandboxControls';
import { startClient } from './startClient';

const assign = (api: NcloudApi) =>
  api.assignSecondaryIps({ regionCode: 'KR', networkInterfaceNo: '701236', secondaryIpCount: 1 });
const read = (api: NcloudApi) => api.getNetworkInterfaceDetail('KR', '701236');

async function failure(call: Promise<unknown>): Promise<ApiErrorDetails> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  return (error as ApiError).details;
}

interface Case {
  readonly fault: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly expected: Partial<ApiErrorDetails>;
  /** Whether the sandbox carried the call out in spite of its answer. */
  readonly applied: boolean;
}

const lost: readonly Case[] = [
  { fault: 'reset', applied: false, expected: { kind: 'network', layer: 'transport' } },
  { fault: 'resetAfterApply', applied: true, expected: { kind: 'network', layer: 'transport' } },
  { fault: 'stall', args: { ms: 5_000 }, applied: false, expected: { kind: 'timeout', layer: 'transport' } },
  { fault: 'stallAfterApply', args: { ms: 5_000 }, applied: true, expected: { kind: 'timeout', layer: 'transport' } },
  { fault: 'empty200', applied: false, expected: { kind: 'unreadable', http: 200 } },
  { fault: 'empty200AfterApply', applied: true, expected: { kind: 'unreadable', http: 200 } },
  { fault: 'cutOff', applied: true, expected: { kind: 'unreadable', http: 200 } },
  { fault: 'unavailable', applied: false, expected: { kind: 'unavailable', http: 503, code: '500' } },
  { fault: 'unavailableAfterApply', applied: true, expected: { kind: 'unavailable', http: 503, code: '500' } },
  { fault: 'gatewayTimeout', applied: false, expected: { kind: 'unavailable', http: 504, code: '510' } },
  { fault: 'badGateway', applied: false, expected: { kind: 'unavailable', http: 502, snippet: 'Bad Gateway' } },
  {
    fault: 'html',
    applied: false,
    expected: { kind: 'unavailable', http: 502, snippet: '502 Bad Gateway 502 Bad Gateway' },
  },
  // "Try again in a few minutes" does not say that nothing was done.
  {
    fault: 'htmlMessage',
    applied: false,
    expected: {
      kind: 'refused',
      code: '80031',
      apiMessage:
        'The request could not be processed.\nPlease try again in a few minutes.\n\nUse <Support> if it happens again.',
    },
  },
];

const refused: readonly Case[] = [
  { fault: 'permission', applied: false, expected: { kind: 'permission', http: 401, code: '210' } },
];

const outcome = (requests: readonly ArrivedRequest[]) => requests.map(({ applied }) => applied);

describe('a write whose answer is lost', () => {
  it.each(lost)('by $fault is sent once, and its effect is open', async ({ fault, args, expected, applied }) => {
    const { api, sandbox } = await startClient({ timeoutMs: 500 });
    await sandbox.faults([{ action: 'assignSecondaryIps', fault, ...args }]);
    expect(await failure(assign(api))).toMatchObject({ ...expected, effect: 'unknown' });
    expect(outcome(await sandbox.requests())).toEqual([applied]);
  });
});

describe('a write that is refused', () => {
  it.each(refused)('by $fault is sent once and has no effect', async ({ fault, expected }) => {
    const { api, sandbox } = await startClient();
    await sandbox.faults([{ action: 'assignSecondaryIps', fault }]);
    expect(await failure(assign(api))).toMatchObject({ ...expected, effect: 'none' });
    expect(outcome(await sandbox.requests())).toEqual([false]);
  });

  it.each([{}, { retryAfter: 0 }])(
    'as too fast (%j) is sent once, and may be made again after a look',
    async (args) => {
      const { api, sandbox } = await startClient();
      await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle', ...args }]);
      expect(await failure(assign(api))).toMatchObject({ kind: 'rateLimited', effect: 'none', canRepeat: true });
      expect(outcome(await sandbox.requests())).toEqual([false]);
    },
  );

  it('as too fast for long hands the wait to the caller', async () => {
    const { api, sandbox } = await startClient();
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle', retryAfter: 120 }]);
    expect(await failure(assign(api))).toMatchObject({ kind: 'rateLimited', effect: 'none', retryAfterMs: 120_000 });
    expect(outcome(await sandbox.requests())).toEqual([false]);
  });
});

describe('a read', () => {
  it.each(['unavailable', 'gatewayTimeout', 'throttle', 'reset', 'cutOff', 'badGateway', 'html'])(
    'is tried again after %s',
    async (fault) => {
      const { api, sandbox } = await startClient();
      await sandbox.faults([{ action: 'getNetworkInterfaceDetail', fault }]);
      expect(await read(api)).toMatchObject({ networkInterfaceNo: '701236' });
      expect(await sandbox.requests()).toHaveLength(2);
    },
  );

  it.each(['xmlAnswer', 'numberCodes', 'totalRowsDrift'])('gives the same with %s', async (fault) => {
    const { api, sandbox } = await startClient();
    const plain = await read(api);
    await sandbox.faults([{ action: 'getNetworkInterfaceDetail', fault }]);
    expect(await read(api)).toStrictEqual(plain);
  });

  it('does without every optional field', async () => {
    const { api, sandbox } = await startClient();
    const plain = await api.getNetworkInterfaceList({ regionCode: 'KR' });
    await sandbox.faults([{ action: '*', fault: 'missingFields', times: 10 }]);
    const sparse = await api.getNetworkInterfaceList({ regionCode: 'KR' });
    expect(sparse.map((row) => row.ip)).toEqual(plain.map((row) => row.ip));
    expect(sparse.every((row) => row.instanceNo === undefined && row.accessControlGroupNoList.length === 0)).toBe(true);
    await Promise.all([
      api.getSubnetList('KR'),
      api.getServerInstanceList('KR'),
      api.getVpcList('KR'),
      api.getZoneList('KR'),
    ]);
  });
});

describe('the clock', () => {
  it.each([
    ['behind', 420_000],
    ['ahead', -420_000],
  ])('seven minutes %s is named with its size', async (_way, skew) => {
    const { api } = await startClient({}, { skew });
    const { kind, skewMs } = await failure(read(api));
    expect(kind).toBe('clockSkew');
    expect(Math.abs(skewMs! + skew)).toBeLessThan(5_000);
  });

  it('four minutes off is no matter', async () => {
    const { api } = await startClient({}, { skew: 240_000 });
    expect(await read(api)).toBeDefined();
  });
});

describe('the signature', () => {
  it('is accepted for every character a filter can hold', async () => {
    const { connect } = await startClient();
    const name = '웹 tier\'"<>&+=/%?#!*()~\\ 10.0.10.0/24';
    for (const method of ['GET', 'POST'] as const) {
      expect(await connect({ method }).getNetworkInterfaceList({ regionCode: 'KR', serverName: name })).toEqual([]);
    }
  });

  it('of a wrong secret is refused as credentials', async () => {
    const { sandbox, connect } = await startClient();
    const wrong = { accessKey: sandbox.accessKey, secretKey: 'madeUpSecret000000000000000000000000000A' };
    const details = await failure(read(connect({ credentials: () => Promise.resolve(wrong) })));
    expect(details).toMatchObject({ kind: 'credentials', code: '200', http: 401 });
  });
});
