import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createNetworkStore } from '../../../src/session/networkStore';
import { apiFailure } from '../../support/apiFailure';
import { buildScope } from '../../support/buildProfile';
import { lastOf, nic, nth, openHeldStore, readOnce, scope } from '../../support/heldStore';

const elsewhere = buildScope({ id: 'p2', name: 'development' });

describe('networkStore', () => {
  it('starts unread, and says what it is doing', async () => {
    const { store, reads, told } = openHeldStore();
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
    const { store, reads } = openHeldStore();
    const all = [store.refresh(scope), store.load(scope), store.load(scope)];
    (await nth(reads, 0)).answer(nic('1'));
    const [first, ...others] = await Promise.all(all);
    expect(others.every((reading) => reading === first)).toBe(true);
    expect(reads).toHaveLength(1);
  });

  describe('asked to read again while a read is under way', () => {
    it('reads once more after it, for all who ask meanwhile: it may have passed by what changed since', async () => {
      const { store, reads } = openHeldStore();
      const first = store.load(scope);
      await nth(reads, 0);
      const again = [store.refresh(scope), store.refresh(scope)];
      (await nth(reads, 0)).answer(nic('1'));
      expect((await first).network.interfaces.map(({ networkInterfaceNo }) => networkInterfaceNo)).toEqual(['1']);
      (await nth(reads, 1)).answer(nic('2'));
      const [one, other] = await Promise.all(again);
      expect(one).toBe(other);
      expect(lastOf(store.state(scope))).toEqual(['2']);
      expect(reads).toHaveLength(2);
    });

    it('does so as well when that one fails', async () => {
      const { store, reads } = openHeldStore();
      const first = store.load(scope);
      const again = store.refresh(scope);
      const error = apiFailure('network');
      (await nth(reads, 0)).fail(error);
      await expect(first).rejects.toBe(error);
      (await nth(reads, 1)).answer(nic('1'));
      await again;
      expect(store.state(scope).kind).toBe('loaded');
    });

    it('reads nothing more where the profile is forgotten as soon as the first is there', async () => {
      const { store, reads } = openHeldStore();
      const first = store.load(scope);
      const read = await nth(reads, 0);
      const again = store.refresh(scope);
      store.onDidChange(() => store.state(scope).kind === 'loaded' && store.forget('p1'));
      read.answer(nic('1'));
      await first;
      await expect(again).rejects.toMatchObject({ kind: 'cancelled' });
      expect(reads).toHaveLength(1);
    });

    it.each(['forget', 'cancelHidden', 'dispose'] as const)('reads nothing more after %s', async (end) => {
      const { store, reads } = openHeldStore();
      const first = store.load(scope);
      const read = await nth(reads, 0);
      const again = store.refresh(scope);
      if (end === 'forget') store.forget('p1');
      else if (end === 'cancelHidden') store.cancelHidden([]);
      else store.dispose();
      read.answer(nic('1'));
      await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
      await expect(again).rejects.toMatchObject({ kind: 'cancelled' });
      expect(reads).toHaveLength(1);
    });
  });

  it('dates a reading by its beginning: nothing in it is older', async () => {
    const { store, reads } = openHeldStore();
    const loads = [store.load(scope), store.load(elsewhere)];
    (await nth(reads, 1)).answer(nic('2'));
    (await nth(reads, 0)).answer(nic('1'));
    const [one, other] = await Promise.all(loads);
    expect(one!.readAt).toBeLessThan(other!.readAt);
    expect(one!.endedAt).toBeGreaterThan(other!.endedAt);
  });

  it('loads once and reads again only when told to', async () => {
    const bench = openHeldStore();
    await readOnce(bench, nic('1'));
    await bench.store.load(scope);
    expect(bench.reads).toHaveLength(1);
    await readOnce(bench, nic('2'));
    expect(lastOf(bench.store.state(scope))).toEqual(['2']);
  });

  it('keeps each profile and each region apart', async () => {
    const { store, reads } = openHeldStore();
    const tokyo = { ...scope, regionCode: 'JPN' };
    const loads = [store.load(scope), store.load(elsewhere), store.load(tokyo)];
    for (const [index, no] of ['1', '2', '3'].entries()) (await nth(reads, index)).answer(nic(no));
    await Promise.all(loads);
    expect([scope, elsewhere, tokyo].map((one) => lastOf(store.state(one)))).toEqual([['1'], ['2'], ['3']]);
  });

  it('keeps the last good network while it reads again and when that fails', async () => {
    const bench = openHeldStore();
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
    const { store, reads } = openHeldStore();
    const failing = store.load(scope);
    (await nth(reads, 0)).fail(apiFailure('network'));
    await expect(failing).rejects.toThrow('getVpcList: network');
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
      const { store, reads } = openHeldStore();
      const old = store.load(scope);
      const read = await nth(reads, 0);
      store.forget('p1');
      expect(read.options.signal?.aborted).toBe(true);
      read.answer(nic('1', '10.0.10.99'));
      await expect(old).rejects.toMatchObject({ kind: 'cancelled' });
      expect(store.state(scope)).toEqual({ kind: 'unread' });
    });

    it('lets no answer of the old account stand in for the new one, whichever comes last', async () => {
      const { store, reads } = openHeldStore();
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
      const { store, reads } = openHeldStore();
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
      const bench = openHeldStore();
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
      const { store, reads } = openHeldStore();
      const old = store.load(scope);
      const read = await nth(reads, 0);
      store.cancelHidden([elsewhere]);
      expect(read.options.signal?.aborted).toBe(true);
      read.answer(nic('1'));
      await expect(old).rejects.toMatchObject({ kind: 'cancelled' });
      expect(store.state(scope)).toEqual({ kind: 'unread' });
    });

    it('keeps what was read before, and reads of regions that are looked at', async () => {
      const bench = openHeldStore();
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

  it('goes on for all the others when a listener throws', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    onTestFinished(() => warned.mockRestore());
    const bench = openHeldStore();
    const heard: string[] = [];
    bench.store.onDidChange(() => expect.fail('a view that breaks'));
    bench.store.onDidChange(({ profile }) => heard.push(profile.id));
    await readOnce(bench, nic('1'));
    bench.store.following(scope)([nic('1', '10.0.10.11')]);
    expect(lastOf(bench.store.state(scope))).toEqual(['1 10.0.10.11']);
    expect(heard).toHaveLength(3);
    expect(String(warned.mock.calls[0]?.[0])).toContain('a view that breaks');
  });

  it('knows which interfaces a change is under way on, and tells when that changes', async () => {
    const bench = openHeldStore();
    const { store, told } = bench;
    await readOnce(bench, nic('1'), nic('2'));
    const before = told.length;
    store.setBusy(scope, ['1', '2'], true);
    store.setBusy(scope, ['2'], false);
    expect(['1', '2'].map((no) => store.busy(scope).has(no))).toEqual([true, false]);
    expect(store.busy(elsewhere).has('1')).toBe(false);
    expect(told.length).toBe(before + 2);
  });

  it('counts the changes on an interface: the first that ends does not end the others', async () => {
    const bench = openHeldStore();
    const { store } = bench;
    await readOnce(bench, nic('1'));
    store.setBusy(scope, ['1'], true);
    store.setBusy(scope, ['1'], true);
    store.setBusy(scope, ['1'], false);
    expect(store.busy(scope).has('1')).toBe(true);
    store.setBusy(scope, ['1'], false);
    expect(store.busy(scope).has('1')).toBe(false);
  });

  it('cancels every read with itself', async () => {
    const { store, reads } = openHeldStore();
    const loading = store.load(scope);
    const read = await nth(reads, 0);
    store.dispose();
    expect(read.options.signal?.aborted).toBe(true);
    read.answer(nic('1'));
    await expect(loading).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
