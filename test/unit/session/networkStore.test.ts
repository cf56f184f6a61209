import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CallOptions, NcloudApi, NetworkInterfaceQuery } from '../../../src/api/ncloudApi';
import type { NetworkInterface } from '../../../src/model/networkInterface';
import {
  createNetworkStore,
  type NetworkState,
  type NetworkStore,
  type Scope,
} from '../../../src/session/networkStore';
import { apiFailure } from '../../support/apiFailure';
import { buildInterface, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { buildScope } from '../../support/buildProfile';
import { fakeApi } from '../../support/fakeApi';

const scope = buildScope();
const elsewhere = buildScope({ id: 'p2', name: 'development' });
const nic = (no: string, ...secondaryIpList: string[]): NetworkInterface =>
  buildInterface({ networkInterfaceNo: no, secondaryIpList });

interface Read {
  readonly scope: Scope;
  readonly query: NetworkInterfaceQuery;
  readonly options: CallOptions;
  readonly answer: (...interfaces: NetworkInterface[]) => void;
  readonly fail: (error: unknown) => void;
}

/** A store whose every read waits until the test answers it. */
function open(methods: Partial<NcloudApi> = {}): { store: NetworkStore; reads: Read[]; told: Scope[] } {
  const reads: Read[] = [];
  const told: Scope[] = [];
  let clock = 0;
  const store = createNetworkStore(
    {
      get: (profile) =>
        Promise.resolve(
          fakeApi({
            getVpcList: () => Promise.resolve([buildVpc()]),
            getSubnetList: () => Promise.resolve([buildSubnet()]),
            getNetworkInterfaceList: (query, options = {}) => {
              const { promise, resolve, reject } = Promise.withResolvers<NetworkInterface[]>();
              const answer = (...interfaces: NetworkInterface[]): void => resolve(interfaces);
              reads.push({ scope: { profile, regionCode: query.regionCode }, query, options, answer, fail: reject });
              return promise;
            },
            ...methods,
          }),
        ),
    },
    () => ++clock,
  );
  store.onDidChange((changed) => told.push(changed));
  return { store, reads, told };
}

/** The read with this ordinal, as soon as it is under way. */
async function nth(reads: readonly Read[], index: number): Promise<Read> {
  await expect.poll(() => reads.length).toBeGreaterThan(index);
  return reads[index]!;
}

async function readOnce(bench: ReturnType<typeof open>, ...interfaces: NetworkInterface[]): Promise<void> {
  const loading = bench.store.refresh(scope);
  (await nth(bench.reads, bench.reads.length)).answer(...interfaces);
  await loading;
}

function lastOf(state: NetworkState): readonly string[] | undefined {
  const last = 'last' in state ? state.last : undefined;
  return last?.network.interfaces.map((one) => [one.networkInterfaceNo, ...one.secondaryIpList].join(' '));
}

describe('networkStore', () => {
  it('starts unread, and says what it is doing', async () => {
    const { store, reads, told } = open();
    expect(store.state(scope)).toEqual({ kind: 'unread' });
    const loading = store.load(scope);
    expect(store.state(scope)).toEqual({ kind: 'loading' });
    (await nth(reads, 0)).answer(nic('1'));
    const reading = await loading;
    expect(store.state(scope)).toEqual({ kind: 'loaded', last: reading });
    expect(reading.readAt).toBe(1);
    expect(told).toEqual([scope, scope]);
  });

  it('shares one read among all who ask while it is under way', async () => {
    const { store, reads } = open();
    const all = [store.load(scope), store.refresh(scope), store.load(scope)];
    (await nth(reads, 0)).answer(nic('1'));
    const [first, ...others] = await Promise.all(all);
    expect(others.every((reading) => reading === first)).toBe(true);
    expect(reads).toHaveLength(1);
  });

  it('loads once and reads again only when told to', async () => {
    const bench = open();
    await readOnce(bench, nic('1'));
    await bench.store.load(scope);
    expect(bench.reads).toHaveLength(1);
    await readOnce(bench, nic('2'));
    expect(lastOf(bench.store.state(scope))).toEqual(['2']);
  });

  it('keeps each profile and each region apart', async () => {
    const { store, reads } = open();
    const tokyo = { ...scope, regionCode: 'JPN' };
    const loads = [store.load(scope), store.load(elsewhere), store.load(tokyo)];
    for (const [index, no] of ['1', '2', '3'].entries()) (await nth(reads, index)).answer(nic(no));
    await Promise.all(loads);
    expect([scope, elsewhere, tokyo].map((one) => lastOf(store.state(one)))).toEqual([['1'], ['2'], ['3']]);
  });

  it('keeps the last good network while it reads again and when that fails', async () => {
    const bench = open();
    const { store, reads } = bench;
    await readOnce(bench, nic('1'));
    const again = store.refresh(scope);
    expect([store.state(scope).kind, lastOf(store.state(scope))]).toEqual(['loading', ['1']]);
    const error = apiFailure('network');
    (await nth(reads, 1)).fail(error);
    await expect(again).rejects.toBe(error);
    expect(store.state(scope)).toMatchObject({ kind: 'failed', error });
    expect(lastOf(store.state(scope))).toEqual(['1']);
  });

  it('reads again after a failure', async () => {
    const { store, reads } = open();
    const failing = store.load(scope);
    (await nth(reads, 0)).fail(apiFailure('network'));
    await expect(failing).rejects.toThrow();
    const again = store.load(scope);
    (await nth(reads, 1)).answer(nic('1'));
    await again;
    expect(store.state(scope).kind).toBe('loaded');
  });

  it('fails like the client that cannot be had', async () => {
    const error = new Error('no keys');
    const store = createNetworkStore({ get: () => Promise.reject(error) }, () => 0);
    await expect(store.load(scope)).rejects.toBe(error);
    expect(store.state(scope)).toEqual({ kind: 'failed', error });
  });

  describe('forget', () => {
    it('cancels the read under way, and its late answer never appears', async () => {
      const { store, reads } = open();
      const old = store.load(scope);
      const read = await nth(reads, 0);
      store.forget('p1');
      expect(read.options.signal?.aborted).toBe(true);
      read.answer(nic('1', '10.0.10.99'));
      await expect(old).rejects.toMatchObject({ kind: 'cancelled' });
      expect(store.state(scope)).toEqual({ kind: 'unread' });
    });

    it('lets no answer of the old account stand in for the new one, whichever comes last', async () => {
      const { store, reads } = open();
      const old = store.load(scope);
      const oldRead = await nth(reads, 0);
      store.forget('p1');
      const next = store.load(scope);
      const newRead = await nth(reads, 1);
      newRead.answer(nic('2'));
      await next;
      oldRead.answer(nic('1'));
      await expect(old).rejects.toMatchObject({ kind: 'cancelled' });
      expect(lastOf(store.state(scope))).toEqual(['2']);
    });

    it('lets no failure of the old account appear either', async () => {
      const { store, reads } = open();
      const old = store.load(scope);
      const oldRead = await nth(reads, 0);
      store.forget('p1');
      const next = store.load(scope);
      oldRead.fail(apiFailure('credentials'));
      await expect(old).rejects.toMatchObject({ kind: 'credentials' });
      expect(store.state(scope)).toEqual({ kind: 'loading' });
      (await nth(reads, 1)).answer(nic('2'));
      await next;
      expect(store.state(scope).kind).toBe('loaded');
    });

    it('forgets every region of the profile, and nothing of others', async () => {
      const bench = open();
      await readOnce(bench, nic('1'));
      const other = bench.store.load(elsewhere);
      (await nth(bench.reads, 1)).answer(nic('2'));
      await other;
      bench.store.forget('p1');
      expect(bench.store.state(scope)).toEqual({ kind: 'unread' });
      expect(lastOf(bench.store.state(elsewhere))).toEqual(['2']);
      expect(bench.told.at(-1)).toEqual(scope);
    });
  });

  describe('switching away', () => {
    it('cancels the read of a region nobody looks at any more, and its late answer never appears', async () => {
      const { store, reads } = open();
      const old = store.load(scope);
      const read = await nth(reads, 0);
      store.cancelHidden([elsewhere]);
      expect(read.options.signal?.aborted).toBe(true);
      read.answer(nic('1'));
      await expect(old).rejects.toMatchObject({ kind: 'cancelled' });
      expect(store.state(scope)).toEqual({ kind: 'unread' });
    });

    it('keeps what was read before, and reads of regions that are looked at', async () => {
      const bench = open();
      await readOnce(bench, nic('1'));
      const hidden = bench.store.refresh(scope);
      const seen = bench.store.load(elsewhere);
      bench.store.cancelHidden([elsewhere]);
      (await nth(bench.reads, 1)).answer(nic('9'));
      (await nth(bench.reads, 2)).answer(nic('2'));
      await expect(hidden).rejects.toMatchObject({ kind: 'cancelled' });
      await seen;
      expect(lastOf(bench.store.state(scope))).toEqual(['1']);
      expect(lastOf(bench.store.state(elsewhere))).toEqual(['2']);
    });
  });

  describe('follow', () => {
    it('takes over interfaces without reading the region again', async () => {
      const bench = open();
      await readOnce(bench, nic('1'), nic('2'));
      bench.store.follow(scope, [nic('1', '10.0.10.11')], ['2']);
      expect(lastOf(bench.store.state(scope))).toEqual(['1 10.0.10.11']);
      expect(bench.reads).toHaveLength(1);
    });

    it('replaces the reading as a whole, so that staleness shows by identity', async () => {
      const bench = open();
      await readOnce(bench, nic('1'));
      const before = bench.store.state(scope);
      bench.store.follow(scope, [nic('1', '10.0.10.11')]);
      expect(bench.store.state(scope)).not.toBe(before);
      expect(lastOf(before)).toEqual(['1']);
    });

    it('and a read of the region that was under way: where they differ, one more read of these tells which is right', async () => {
      const bench = open();
      const { store, reads } = bench;
      await readOnce(bench, nic('1'), nic('2'), nic('3'));
      const again = store.refresh(scope);
      const read = await nth(reads, 1);
      store.follow(scope, [nic('1', '10.0.10.11'), nic('3')], ['2']);
      // The region's read had waited its turn: somebody took the address away in between, and the 2 came back.
      read.answer(nic('1'), nic('2'), nic('3'));
      const third = await nth(reads, 2);
      expect(third.query).toEqual({ regionCode: 'KR', networkInterfaceNoList: ['1', '2'] });
      third.answer(nic('1'), nic('2', '10.0.10.12'));
      await again;
      expect(lastOf(store.state(scope))).toEqual(['1', '2 10.0.10.12', '3']);
    });

    it('is right when that one more read fails, and where it came later than that read began', async () => {
      const bench = open();
      const { store, reads } = bench;
      await readOnce(bench, nic('1'));
      const failing = store.refresh(scope);
      store.follow(scope, [nic('1', '10.0.10.11')]);
      (await nth(reads, 1)).answer(nic('1'));
      (await nth(reads, 2)).fail(apiFailure('network'));
      await failing;
      expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.11']);
      const later = store.refresh(scope);
      store.follow(scope, [nic('1', '10.0.10.12')]);
      (await nth(reads, 3)).answer(nic('1'));
      const telling = await nth(reads, 4);
      store.follow(scope, [nic('1', '10.0.10.13')]);
      telling.answer(nic('1', '10.0.10.12'));
      await later;
      expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.13']);
    });

    it('costs no further read when both say the same', async () => {
      const bench = open();
      await readOnce(bench, nic('1'));
      const again = bench.store.refresh(scope);
      bench.store.follow(scope, [nic('1', '10.0.10.11')]);
      (await nth(bench.reads, 1)).answer(nic('1', '10.0.10.11'));
      await again;
      expect(bench.reads).toHaveLength(2);
    });

    it('wins over a read that was under way: that read may be older', async () => {
      const bench = open();
      const { store, reads } = bench;
      await readOnce(bench, nic('1'), nic('2'));
      const again = store.refresh(scope);
      const read = await nth(reads, 1);
      store.follow(scope, [nic('1', '10.0.10.11')]);
      store.follow(scope, [nic('1', '10.0.10.11', '10.0.10.12')], ['2']);
      expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.11 10.0.10.12']);
      read.answer(nic('1'), nic('2'));
      (await nth(reads, 2)).answer(nic('1', '10.0.10.11', '10.0.10.12'));
      await again;
      expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.11 10.0.10.12']);
    });

    it('does not hold against the next read what an earlier change brought', async () => {
      const bench = open();
      await readOnce(bench, nic('1'));
      bench.store.follow(scope, [nic('1', '10.0.10.11')]);
      await readOnce(bench, nic('1', '10.0.10.12'));
      expect(lastOf(bench.store.state(scope))).toEqual(['1 10.0.10.12']);
    });

    it('is remembered by a first read under way', async () => {
      const { store, reads } = open();
      const loading = store.load(scope);
      const read = await nth(reads, 0);
      store.follow(scope, [nic('1', '10.0.10.11')]);
      expect(store.state(scope)).toEqual({ kind: 'loading' });
      read.answer(nic('1'));
      (await nth(reads, 1)).answer(nic('1', '10.0.10.11'));
      await loading;
      expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.11']);
    });
  });

  describe('following', () => {
    it('takes over what is read later, as follow does, also of a region that was switched away from meanwhile', async () => {
      const bench = open();
      await readOnce(bench, nic('1'), nic('2'));
      const follow = bench.store.following(scope);
      void bench.store.refresh(scope).catch(() => undefined);
      bench.store.cancelHidden([]);
      follow([nic('1', '10.0.10.11')], ['2']);
      expect(lastOf(bench.store.state(scope))).toEqual(['1 10.0.10.11']);
    });

    it('lets no row of one account appear under the one that came in its place, read or not', async () => {
      const bench = open();
      await readOnce(bench, nic('1'));
      const follow = bench.store.following(scope);
      bench.store.forget('p1');
      follow([nic('9', '10.0.10.11')]);
      expect(bench.store.state(scope)).toEqual({ kind: 'unread' });
      const loading = bench.store.load(scope);
      const read = await nth(bench.reads, 1);
      follow([nic('9', '10.0.10.11')]);
      read.answer(nic('2'));
      await loading;
      follow([nic('9', '10.0.10.11')]);
      expect(lastOf(bench.store.state(scope))).toEqual(['2']);
    });

    it('goes on for other profiles, and ends with the store', async () => {
      const bench = open();
      await readOnce(bench, nic('1'));
      const follow = bench.store.following(scope);
      bench.store.forget('p2');
      follow([nic('1', '10.0.10.11')]);
      expect(lastOf(bench.store.state(scope))).toEqual(['1 10.0.10.11']);
      bench.store.dispose();
      follow([nic('1', '10.0.10.12')]);
      expect(bench.store.state(scope)).toEqual({ kind: 'unread' });
    });
  });

  describe('a list that fails while the interfaces are read', () => {
    it('takes nothing away: what was read before stays, with its time, until it is read again', async () => {
      let isDown = false;
      const error = apiFailure('unavailable');
      const bench = open({
        getSubnetList: () => (isDown ? Promise.reject(error) : Promise.resolve([buildSubnet()])),
      });
      await readOnce(bench, nic('1'));
      isDown = true;
      await readOnce(bench, nic('1'));
      await readOnce(bench, nic('1', '10.0.10.11'));
      const failed = bench.store.state(scope);
      expect(failed).toMatchObject({
        kind: 'loaded',
        last: { readAt: 3, gaps: [{ what: 'subnets', error, readAt: 1 }] },
      });
      expect('last' in failed && failed.last.network.subnets).toEqual([buildSubnet()]);
      expect(lastOf(failed)).toEqual(['1 10.0.10.11']);
      isDown = false;
      await readOnce(bench, nic('1'));
      expect(bench.store.state(scope)).toMatchObject({ last: { gaps: [] } });
    });

    it('is missing when it was never read', async () => {
      const bench = open({ getVpcList: () => Promise.reject(apiFailure('timeout')) });
      await readOnce(bench, nic('1'));
      await readOnce(bench, nic('1'));
      const state = bench.store.state(scope);
      const { gaps, network } = 'last' in state ? state.last : expect.fail();
      expect(gaps.map((gap) => [gap.what, gap.readAt])).toEqual([['vpcs', undefined]]);
      expect(network.vpcs).toEqual([]);
    });

    it('of another account leaves nothing of the one before', async () => {
      let isDown = false;
      const bench = open({
        getVpcList: () => (isDown ? Promise.reject(apiFailure('timeout')) : Promise.resolve([buildVpc()])),
      });
      await readOnce(bench, nic('1'));
      bench.store.forget('p1');
      isDown = true;
      await readOnce(bench, nic('2'));
      const state = bench.store.state(scope);
      expect('last' in state && state.last.network.vpcs).toEqual([]);
    });
  });

  it('goes on for all the others when a listener throws', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    onTestFinished(() => warned.mockRestore());
    const bench = open();
    const heard: string[] = [];
    bench.store.onDidChange(() => expect.fail('a view that breaks'));
    bench.store.onDidChange(({ profile }) => heard.push(profile.id));
    await readOnce(bench, nic('1'));
    bench.store.follow(scope, [nic('1', '10.0.10.11')]);
    expect(lastOf(bench.store.state(scope))).toEqual(['1 10.0.10.11']);
    expect(heard).toHaveLength(3);
    expect(String(warned.mock.calls[0]?.[0])).toContain('a view that breaks');
  });

  it('knows which interfaces a change is under way on, and tells when that changes', async () => {
    const bench = open();
    const { store, told } = bench;
    await readOnce(bench, nic('1'), nic('2'));
    const before = told.length;
    store.setBusy(scope, ['1', '2'], true);
    store.setBusy(scope, ['2'], false);
    expect(['1', '2'].map((no) => store.isBusy(scope, no))).toEqual([true, false]);
    expect(store.isBusy(elsewhere, '1')).toBe(false);
    expect(told.length).toBe(before + 2);
  });

  it('cancels every read with itself', async () => {
    const { store, reads } = open();
    const loading = store.load(scope);
    const read = await nth(reads, 0);
    store.dispose();
    expect(read.options.signal?.aborted).toBe(true);
    read.answer(nic('1'));
    await expect(loading).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
