import { describe, expect, it } from 'vitest';
import { apiFailure } from '../../support/apiFailure';
import { buildSubnet, buildVpc } from '../../support/buildNetwork';
import { lastOf, nic, nth, openHeldStore, readOnce, scope } from '../../support/heldStore';

describe('following', () => {
  it('takes over interfaces without reading the region again', async () => {
    const bench = openHeldStore();
    await readOnce(bench, nic('1'), nic('2'));
    bench.store.following(scope)([nic('1', '10.0.10.11')]);
    expect(lastOf(bench.store.state(scope))).toEqual(['1 10.0.10.11', '2']);
    expect(bench.reads).toHaveLength(1);
  });

  it('replaces the reading as a whole, so that staleness shows by identity', async () => {
    const bench = openHeldStore();
    await readOnce(bench, nic('1'));
    const before = bench.store.state(scope);
    bench.store.following(scope)([nic('1', '10.0.10.11')]);
    expect(bench.store.state(scope)).not.toBe(before);
    expect(lastOf(before)).toEqual(['1']);
  });

  it('tells nobody when it brings what is known already', async () => {
    const bench = openHeldStore();
    await readOnce(bench, nic('1', '10.0.10.11', '10.0.10.12'));
    let told = 0;
    bench.store.onDidChange(() => told++);
    bench.store.following(scope)([nic('1', '10.0.10.12', '10.0.10.11')]);
    expect(told).toBe(0);
    bench.store.following(scope)([nic('1', '10.0.10.11')]);
    expect(told).toBe(1);
  });

  it('and a read of the region that was under way: where they differ, one more read of these tells which is right', async () => {
    const bench = openHeldStore();
    const { store, reads } = bench;
    await readOnce(bench, nic('1'), nic('2'), nic('3'));
    const again = store.refresh(scope);
    const read = await nth(reads, 1);
    store.following(scope)([nic('1', '10.0.10.11'), nic('2', '10.0.10.13'), nic('3')]);
    // The region's read had waited its turn: somebody took an address away in between, and another came.
    read.answer(nic('1'), nic('2'), nic('3'));
    const third = await nth(reads, 2);
    expect(third.query).toEqual({ regionCode: 'KR', networkInterfaceNoList: ['1', '2'] });
    third.answer(nic('1'), nic('2', '10.0.10.12'));
    await again;
    expect(lastOf(store.state(scope))).toEqual(['1', '2 10.0.10.12', '3']);
  });

  it('is right when that one more read fails, and where it came later than that read began', async () => {
    const bench = openHeldStore();
    const { store, reads } = bench;
    await readOnce(bench, nic('1'));
    const failing = store.refresh(scope);
    store.following(scope)([nic('1', '10.0.10.11')]);
    (await nth(reads, 1)).answer(nic('1'));
    (await nth(reads, 2)).fail(apiFailure('network'));
    await failing;
    expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.11']);
    const later = store.refresh(scope);
    store.following(scope)([nic('1', '10.0.10.12')]);
    (await nth(reads, 3)).answer(nic('1'));
    const telling = await nth(reads, 4);
    store.following(scope)([nic('1', '10.0.10.13')]);
    telling.answer(nic('1', '10.0.10.12'));
    await later;
    expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.13']);
  });

  it('leaves one that is missing from that one more read to what the region says', async () => {
    const bench = openHeldStore();
    const { store, reads } = bench;
    await readOnce(bench, nic('1'), nic('2'));
    const again = store.refresh(scope);
    store.following(scope)([nic('1', '10.0.10.11'), nic('2', '10.0.10.12')]);
    (await nth(reads, 1)).answer(nic('1'));
    (await nth(reads, 2)).answer();
    await again;
    expect(lastOf(store.state(scope))).toEqual(['1']);
  });

  it('costs no further read when both say the same', async () => {
    const bench = openHeldStore();
    await readOnce(bench, nic('1'));
    const again = bench.store.refresh(scope);
    bench.store.following(scope)([nic('1', '10.0.10.11')]);
    (await nth(bench.reads, 1)).answer(nic('1', '10.0.10.11'));
    await again;
    expect(bench.reads).toHaveLength(2);
  });

  it('wins over a read that was under way: that read may be older', async () => {
    const bench = openHeldStore();
    const { store, reads } = bench;
    await readOnce(bench, nic('1'), nic('2'));
    const again = store.refresh(scope);
    const read = await nth(reads, 1);
    store.following(scope)([nic('1', '10.0.10.11')]);
    store.following(scope)([nic('1', '10.0.10.11', '10.0.10.12')]);
    expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.11 10.0.10.12', '2']);
    read.answer(nic('1'), nic('2'));
    (await nth(reads, 2)).answer(nic('1', '10.0.10.11', '10.0.10.12'));
    await again;
    expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.11 10.0.10.12', '2']);
  });

  it('does not hold against the next read what an earlier change brought', async () => {
    const bench = openHeldStore();
    await readOnce(bench, nic('1'));
    bench.store.following(scope)([nic('1', '10.0.10.11')]);
    await readOnce(bench, nic('1', '10.0.10.12'));
    expect(lastOf(bench.store.state(scope))).toEqual(['1 10.0.10.12']);
  });

  it('is remembered by a first read under way', async () => {
    const { store, reads } = openHeldStore();
    const loading = store.load(scope);
    const read = await nth(reads, 0);
    store.following(scope)([nic('1', '10.0.10.11')]);
    expect(store.state(scope)).toEqual({ kind: 'loading' });
    read.answer(nic('1'));
    (await nth(reads, 1)).answer(nic('1', '10.0.10.11'));
    await loading;
    expect(lastOf(store.state(scope))).toEqual(['1 10.0.10.11']);
  });

  it('takes over what is read later, also of a region that was switched away from meanwhile', async () => {
    const bench = openHeldStore();
    await readOnce(bench, nic('1'), nic('2'));
    const follow = bench.store.following(scope);
    void bench.store.refresh(scope).catch(() => undefined);
    bench.store.cancelHidden([]);
    follow([nic('1', '10.0.10.11')]);
    expect(lastOf(bench.store.state(scope))).toEqual(['1 10.0.10.11', '2']);
  });

  it('lets no row of one account appear under the one that came in its place, read or not', async () => {
    const bench = openHeldStore();
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
    const bench = openHeldStore();
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
    const bench = openHeldStore({
      getSubnetList: () => (isDown ? Promise.reject(error) : Promise.resolve([buildSubnet()])),
    });
    await readOnce(bench, nic('1'));
    isDown = true;
    await readOnce(bench, nic('1'));
    await readOnce(bench, nic('1', '10.0.10.11'));
    const failed = bench.store.state(scope);
    expect(failed).toMatchObject({
      kind: 'loaded',
      last: { readAt: 5, gaps: [{ what: 'subnets', error, readAt: 1 }] },
    });
    expect(failed.last?.network.subnets).toEqual([buildSubnet()]);
    expect(lastOf(failed)).toEqual(['1 10.0.10.11']);
    isDown = false;
    await readOnce(bench, nic('1'));
    expect(bench.store.state(scope)).toMatchObject({ last: { gaps: [] } });
  });

  it('is missing when it was never read', async () => {
    const bench = openHeldStore({ getVpcList: () => Promise.reject(apiFailure('timeout')) });
    await readOnce(bench, nic('1'));
    await readOnce(bench, nic('1'));
    const state = bench.store.state(scope);
    const { gaps, network } = state.last ?? expect.fail();
    expect(gaps.map((gap) => [gap.what, 'readAt' in gap])).toEqual([['vpcs', false]]);
    expect(network.vpcs).toEqual([]);
  });

  it('of another account leaves nothing of the one before', async () => {
    let isDown = false;
    const bench = openHeldStore({
      getVpcList: () => (isDown ? Promise.reject(apiFailure('timeout')) : Promise.resolve([buildVpc()])),
    });
    await readOnce(bench, nic('1'));
    bench.store.forget('p1');
    isDown = true;
    await readOnce(bench, nic('2'));
    const state = bench.store.state(scope);
    expect(state.last?.network.vpcs).toEqual([]);
  });
});
