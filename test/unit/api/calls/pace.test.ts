import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace, type Pace, type Turn, type TurnRequest } from '../../../../src/api/calls/pace';

const signal = new AbortController().signal;

describe('createPace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts at most so many calls in any second', async () => {
    const { starts, run } = startCounting(createPace(10));
    for (let call = 0; call < 25; call++) run();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(starts).toHaveLength(25);
    expectAtMost(10, starts);
  });

  it.each([
    [Infinity, 500],
    [50, 20],
    [1_000, 20],
    [10, 10],
    [0, 1],
  ])('asked for at most %d a second starts %i of 500 at once', async (perSecond, expected) => {
    const { starts, run } = startCounting(createPace(perSecond));
    for (let call = 0; call < 500; call++) run();
    await vi.advanceTimersByTimeAsync(10);
    expect(starts).toHaveLength(expected);
  });

  it('makes room for one more with each call that goes well, up to fifty a second', async () => {
    const { starts, run } = startCounting(createPace(1_000));
    for (let call = 0; call < 500; call++) run((turn) => turn.succeeded());
    await vi.advanceTimersByTimeAsync(900);
    expect(starts).toHaveLength(50);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(starts).toHaveLength(500);
    expectAtMost(50, starts);
  });

  it('starts nothing for as long as the service asks for', async () => {
    const pace = createPace(50);
    const { starts, run } = startCounting(pace);
    run((turn) => turn.refused(5_000));
    await vi.advanceTimersByTimeAsync(0);
    for (let call = 0; call < 10; call++) run();
    await vi.advanceTimersByTimeAsync(4_900);
    expect(starts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(starts).toHaveLength(2);
  });

  it('halves when a call is turned away, and spaces calls evenly from then on', async () => {
    const { starts, run } = startCounting(createPace(50));
    run((turn) => turn.refused(0));
    await vi.advanceTimersByTimeAsync(0);
    for (let call = 0; call < 30; call++) run();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(starts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_020);
    expect(starts).toHaveLength(11);
    const gaps = starts.slice(2).map((at, before) => at - (starts[before + 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  });

  it.each(['back', 'on'])('goes on at the same pace when somebody sets the clock six minutes %s', async (where) => {
    const pace = createPace(10);
    const { run } = startCounting(pace);
    for (let call = 0; call < 15; call++) run();
    await vi.advanceTimersByTimeAsync(100);
    vi.setSystemTime(Date.now() + (where === 'on' ? 1 : -1) * 6 * 60_000);
    const later = startCounting(pace);
    for (let call = 0; call < 20; call++) later.run();
    await vi.advanceTimersByTimeAsync(890);
    expect(later.starts).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(later.starts).toHaveLength(20);
  });

  it('counts a call that was cancelled under way: it had its turn', async () => {
    const pace = createPace(1);
    const controller = new AbortController();
    const never = new Promise<never>(() => undefined);
    const running = pace.run(() => never, { rank: 'list', signal: controller.signal });
    const cancelled = expect(running).rejects.toThrow('changed my mind');
    await vi.advanceTimersByTimeAsync(10);
    controller.abort(new Error('changed my mind'));
    await cancelled;
    const { starts, run } = startCounting(pace);
    run();
    await vi.advanceTimersByTimeAsync(900);
    expect(starts).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(starts).toHaveLength(1);
  });

  it('lets a waiting call go when it is cancelled, never starts it, and waits for nobody', async () => {
    const pace = createPace(1);
    const { starts, run } = startCounting(pace);
    run();
    const controller = new AbortController();
    const begun: number[] = [];
    const ended = Promise.allSettled(
      Array.from({ length: 1_000 }, (_, call) =>
        pace.run(() => Promise.resolve(begun.push(call)), { rank: 'list', signal: controller.signal }),
      ),
    );
    run();
    controller.abort();
    expect((await ended).every(({ status }) => status === 'rejected')).toBe(true);
    await vi.advanceTimersByTimeAsync(1_030);
    expect([starts.length, begun.length]).toEqual([2, 0]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('lets a write go before a thousand reads that wait, and a read of a few rows before those of whole lists', async () => {
    const pace = createPace(10);
    const order: string[] = [];
    const ask = (rank: TurnRequest['rank']): void =>
      void pace.run(() => Promise.resolve(order.push(rank)), { rank, signal });
    for (let call = 0; call < 1_000; call++) ask('list');
    ask('part');
    ask('write');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(order.slice(10, 13)).toEqual(['write', 'part', 'list']);
  });

  it('keeps writes to a quarter of the pace, and lets reads go meanwhile', async () => {
    const pace = createPace(20);
    const [writes, reads] = [startCounting(pace, 'write'), startCounting(pace, 'part')];
    for (let call = 0; call < 100; call++) writes.run();
    for (let call = 0; call < 100; call++) reads.run();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(writes.starts).toHaveLength(25);
    expect(reads.starts).toHaveLength(75);
    expectAtMost(5, writes.starts);
    expectAtMost(
      20,
      [...writes.starts, ...reads.starts].sort((a, b) => a - b),
    );
  });

  it('spends no turn on a write that does not leave any more', async () => {
    const pace = createPace(4);
    const { starts, run } = startCounting(pace, 'write');
    run();
    let isFresh = true;
    const task = vi.fn(() => Promise.resolve('looked at again'));
    const stale = pace.run(task, { rank: 'write', signal, mayLeave: () => isFresh });
    run();
    isFresh = false;
    await vi.advanceTimersByTimeAsync(1_030);
    expect(await stale).toBe('looked at again');
    expect(starts).toHaveLength(2);
  });

  it('takes another ceiling over while calls wait, and keeps what it has learned', async () => {
    const pace = createPace(50);
    const { starts, run } = startCounting(pace);
    for (let call = 0; call < 9; call++) run((turn) => turn.succeeded());
    run((turn) => turn.refused(0));
    await vi.advanceTimersByTimeAsync(1_100);
    pace.limit(3);
    starts.length = 0;
    for (let call = 0; call < 100; call++) run();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(starts.length).toBeGreaterThan(25);
    expectAtMost(3, starts);
    pace.limit(50);
    starts.length = 0;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(starts.length).toBeLessThanOrEqual(9);
  });
});

function startCounting(pace: Pace, rank: TurnRequest['rank'] = 'list') {
  const starts: number[] = [];
  const run = (answer: (turn: Turn) => void = () => undefined): void =>
    void pace.run(
      async (turn) => {
        starts.push(performance.now());
        await Promise.resolve();
        answer(turn);
      },
      { rank, signal },
    );
  return { starts, run };
}

function expectAtMost(count: number, starts: readonly number[]): void {
  expect(starts.length).toBeGreaterThan(count);
  for (const [index, later] of starts.slice(count).entries()) {
    expect(later - starts[index]!).toBeGreaterThanOrEqual(1_000);
  }
}
