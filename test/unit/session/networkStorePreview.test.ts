import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { NcloudApi } from '../../../src/api/ncloudApi';
import { outlineAfterMs } from '../../../src/session/networkStore';
import type { KeptReadings, WholeReading } from '../../../src/session/readings/keptReadings';
import { apiFailure } from '../../support/apiFailure';
import { buildInterface, buildNetwork } from '../../support/buildNetwork';
import { buildScope } from '../../support/buildProfile';
import { nic, nth, openHeldStore, readOnce, scope } from '../../support/heldStore';

const old: WholeReading = {
  network: buildNetwork({ interfaces: [buildInterface({ networkInterfaceNo: '9' })] }),
  readAt: 7,
};

/** Readings of before, in memory. */
function keeper(before?: WholeReading) {
  const keptOnes: WholeReading[] = [];
  const forgotten: string[] = [];
  const kept: KeptReadings = {
    read: () => Promise.resolve(before),
    keep: (_, reading) => Promise.resolve(void keptOnes.push(reading)),
    forget: (profileId) => Promise.resolve(void forgotten.push(profileId)),
  };
  return { kept, keptOnes, forgotten };
}

function open(before?: WholeReading, methods: Partial<NcloudApi> = {}) {
  const keeping = keeper(before);
  return { ...keeping, ...openHeldStore(methods, keeping.kept) };
}

describe('before a region is read', () => {
  it('its VPCs and subnets are there while the interfaces are on their way, and are no reading', async () => {
    const { store, reads } = open();
    const loading = store.load(scope);
    const read = await nth(reads, 0);
    await expect.poll(() => store.preview(scope)?.network.subnets.length).toBe(1);
    expect(store.preview(scope)?.readAt).toBeUndefined();
    expect(store.state(scope)).toMatchObject({ kind: 'loading', last: undefined });
    read.answer(nic('1'));
    expect((await loading).network.interfaces).toHaveLength(1);
    expect(store.preview(scope)).toBeUndefined();
  });

  it('they are there at once where a list turns out to go on', async () => {
    const { store, reads } = open();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    void store.load(scope);
    const read = await nth(reads, 0);
    await new Promise(setImmediate);
    expect(store.preview(scope)).toBeUndefined();
    read.options.onMore?.();
    await new Promise(setImmediate);
    expect(store.preview(scope)?.network.subnets).toHaveLength(1);
  });

  it('an outline is made once: a refresh leaves nothing behind that waits', async () => {
    const { store, reads } = open();
    const timers = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => timers.mockRestore());
    const outlines = (): unknown[] => timers.mock.calls.filter(([, ms]) => ms === outlineAfterMs);
    const loading = store.load(scope);
    (await nth(reads, 0)).answer(nic('1'));
    await loading;
    expect(outlines()).toHaveLength(1);
    const again = store.refresh(scope);
    (await nth(reads, 1)).answer(nic('1'));
    await again;
    expect(outlines()).toHaveLength(1);
  });

  it('what was read in an earlier window is there, with its time, in the place of less', async () => {
    const { store, reads } = open(old);
    void store.load(scope);
    const read = await nth(reads, 0);
    await expect.poll(() => store.preview(scope)?.readAt).toBe(7);
    expect(store.state(scope).last).toBeUndefined();
    read.answer(nic('1'));
    await expect.poll(() => store.state(scope).kind).toBe('loaded');
    expect(store.preview(scope)).toBeUndefined();
  });

  it('and when it cannot be read, what was read before stays to be looked at', async () => {
    const { store, reads } = open(old);
    const loading = expect(store.load(scope)).rejects.toThrow('getVpcList: network');
    (await nth(reads, 0)).fail(apiFailure('network'));
    await loading;
    expect(store.state(scope)).toMatchObject({ kind: 'failed', last: undefined });
    expect(store.preview(scope)?.readAt).toBe(7);
  });

  it('a change that comes meanwhile is not joined to what nobody read', async () => {
    const { store } = open(old);
    void store.load(scope).catch(() => undefined);
    await expect.poll(() => store.preview(scope)?.readAt).toBe(7);
    store.following(scope)([nic('9', '10.0.10.99')]);
    expect(store.preview(scope)?.network.interface('9')?.secondaryIpList).toEqual([]);
  });
});

describe('what is kept for the next window', () => {
  it('is every reading that is whole', async () => {
    const bench = open();
    await readOnce(bench, nic('1'));
    expect(bench.keptOnes.map(({ network }) => network.interfaces.length)).toEqual([1]);
  });

  it('is none with a gap: it would look whole', async () => {
    const bench = open(undefined, { getVpcList: () => Promise.reject(apiFailure('permission')) });
    await readOnce(bench, nic('1'));
    expect(bench.store.state(scope).last?.gaps).toHaveLength(1);
    expect(bench.keptOnes).toEqual([]);
  });

  it('goes with the profile or its keys, and is not shown after that', async () => {
    const { store, reads, forgotten } = open(old);
    void store.load(scope).catch(() => undefined);
    await nth(reads, 0);
    await expect.poll(() => store.preview(scope)?.readAt).toBe(7);
    store.forget(scope.profile.id);
    expect(forgotten).toEqual([scope.profile.id]);
    await new Promise(setImmediate);
    expect(store.preview(scope)).toBeUndefined();
  });

  it('is nothing of the sandbox, which begins anew each time', async () => {
    const { store, reads, keptOnes } = open(old);
    const sandbox = buildScope({ site: 'sandbox' });
    const loading = store.load(sandbox);
    (await nth(reads, 0)).answer(nic('1'));
    await loading;
    expect(keptOnes).toEqual([]);
    expect(store.preview(sandbox)).toBeUndefined();
  });
});
