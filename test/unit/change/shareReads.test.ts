import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { shareReads } from '../../../src/change/shareReads';
import { openChangeBench, type ChangeBench } from '../../support/changeBench';

let bench: ChangeBench;
beforeAll(async () => {
  bench = await openChangeBench();
});
afterEach(() => bench.reset());
afterAll(() => bench.close());

const numbers = ['701236', '701237', '701240'];

function openReads(deps?: Parameters<typeof bench.deps>[0]) {
  const { api } = shareReads(bench.deps(deps));
  return async (networkInterfaceNo: string, regionCode = 'KR', signal?: AbortSignal): Promise<string[]> => {
    const query = { regionCode, networkInterfaceNoList: [networkInterfaceNo] };
    const rows = await api.getNetworkInterfaceList(query, signal && { signal });
    return rows.map((row) => row.networkInterfaceNo);
  };
}

const callsMade = async (): Promise<number> => (await bench.sandbox.requests()).length;

describe('readings that are wanted at about the same time', () => {
  it('are made as one: the first at once, the others together', async () => {
    const read = openReads();
    const rows = await Promise.all([...numbers, '701252'].map((no) => read(no)));
    expect(rows).toEqual([...numbers, '701252'].map((no) => [no]));
    expect(await callsMade()).toBe(2);
  });

  it('are made as one also where the service answers each before the next is wanted', async () => {
    const pauses: (() => void)[] = [];
    const clock = { now: () => 0, sleep: () => new Promise<void>((resolve) => pauses.push(resolve)) };
    const read = openReads({ clock });
    await read('701236');
    const later = ['701237', '701240', '701236'].map((no) => read(no));
    await vi.waitFor(() => expect(pauses).toHaveLength(1));
    expect(await callsMade()).toBe(1);
    pauses.shift()?.();
    expect(await Promise.all(later)).toEqual([['701237'], ['701240'], ['701236']]);
    expect(await callsMade()).toBe(2);
    await vi.waitFor(() => expect(pauses).toHaveLength(1));
    pauses.shift()?.();
    expect(await read('701240')).toEqual(['701240']);
    expect(await callsMade()).toBe(3);
  });

  it('start after they were asked for', async () => {
    const read = openReads();
    await read('701236');
    await bench.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.60' } });
    const { api } = shareReads(bench.deps());
    const [row] = await api.getNetworkInterfaceList({ regionCode: 'KR', networkInterfaceNoList: ['701236'] });
    expect(row?.secondaryIpList).toContain('10.0.10.60');
  });

  it.each([{ fault: 'listAbsent' }, { fault: 'error', http: 400, body: { responseError: { returnCode: '1000' } } }])(
    'are made alone where one of them may be at fault: $fault',
    async (fault) => {
      const read = openReads();
      const action = 'getNetworkInterfaceList';
      await bench.sandbox.faults([
        { action, fault: 'stall', ms: 20 },
        { action, ...fault },
      ]);
      const rows = await Promise.all(numbers.map((no) => read(no)));
      expect(rows).toEqual(numbers.map((no) => [no]));
      expect(await callsMade()).toBe(4);
    },
  );

  it('are left by whoever stops waiting, and go on for the others', async () => {
    const read = openReads();
    const stop = new AbortController();
    const first = read('701236', 'KR', stop.signal);
    const second = read('701237');
    stop.abort();
    await expect(first).rejects.toMatchObject({ details: { kind: 'cancelled', effect: 'none' } });
    expect(await second).toEqual(['701237']);
  });

  it('are not mixed with those of another region', async () => {
    const read = openReads();
    const [, , other] = await Promise.all([read('701236'), read('701237'), read('701236', 'JPN')]);
    expect(other).toEqual([]);
    expect(await callsMade()).toBe(3);
  });

  it('fail for all of them where all would fail', async () => {
    const read = openReads();
    await bench.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission', times: 100 }]);
    const ends = await Promise.allSettled(numbers.map((no) => read(no)));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await callsMade()).toBe(2);
  });
});
