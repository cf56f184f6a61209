import { describe, expect, it } from 'vitest';
import type { CallOptions, NcloudApi } from '../../../../src/api/ncloudApi';
import { probeKeys } from '../../../../src/session/keys/probeKeys';
import { apiFailure } from '../../../support/apiFailure';

type Api = Pick<NcloudApi, 'getCallerIdentity' | 'getRegionList'>;
const identity = { id: '1', userType: 'Sub' };
const regions = [{ regionCode: 'KR', regionName: 'Korea' }];
const good: Api = { getCallerIdentity: () => Promise.resolve(identity), getRegionList: () => Promise.resolve(regions) };
const refused = apiFailure('credentials');
const unreachable = apiFailure('network');

describe('probeKeys', () => {
  it('tells whose key it is and the regions it sees', async () => {
    expect(await probeKeys(good)).toEqual({ identity, regions, failures: [] });
  });

  it('asks for the regions although the identity cannot be had, and says which call failed', async () => {
    expect(await probeKeys({ ...good, getCallerIdentity: () => Promise.reject(unreachable) })).toEqual({
      identity: undefined,
      regions,
      failures: [{ call: 'caller-identity', error: unreachable }],
    });
  });

  it('names a key that is valid but may not use Server', async () => {
    const probe = await probeKeys({ ...good, getRegionList: () => Promise.reject(refused) });
    expect(probe).toEqual({ identity, regions: undefined, failures: [{ call: 'getRegionList', error: refused }] });
  });

  it('names both calls when both fail', async () => {
    const fail = () => Promise.reject(refused);
    const { failures } = await probeKeys({ getCallerIdentity: fail, getRegionList: fail });
    expect(failures.map(({ call }) => call)).toEqual(['caller-identity', 'getRegionList']);
  });

  it('passes the cancellation to both calls', async () => {
    const signals: unknown[] = [];
    const { signal } = new AbortController();
    const note = <T>(value: T, options: CallOptions = {}): Promise<T> => {
      signals.push(options.signal);
      return Promise.resolve(value);
    };
    await probeKeys(
      { getCallerIdentity: (o) => note(identity, o), getRegionList: (o) => note(regions, o) },
      { signal },
    );
    expect(signals).toEqual([signal, signal]);
  });
});
