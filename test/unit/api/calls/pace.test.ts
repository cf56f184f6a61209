import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from '../../../../src/api/calls/pace';

const signal = new AbortController().signal;

describe('createPace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts at most so many calls in any second', async () => {
    const { starts, run } = startCounting(createPace(10));
    for (let call = 0; call < 25; call++) run();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(starts).toHaveLength(25);
    for (const [index, at] of starts.entries()) {
      const tenLater = starts[index + 10];
      if (tenLater !== undefined) expect(tenLater - at).toBeGreaterThanOrEqual(1_000);
    }
  });

  it.each([
    [Infinity, 500],
    [1_000, 50],
    [0, 1],
  ])('asked for %d a second starts %i of 500 at once', async (perSecond, expected) => {
    const { starts, run } = startCounting(createPace(perSecond));
    for (let call = 0; call < 500; call++) run();
    await vi.advanceTimersByTimeAsync(10);
    expect(starts).toHaveLength(expected);
  });

  it('waits and halves when the service says "too fast", and recovers', async () => {
    const pace = createPace(10);
    const { starts, run } = startCounting(pace);
    pace.slowDown(2_000);
    for (let call = 0; call < 10; call++) run();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(starts).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(600);
    expect(starts).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(starts).toHaveLength(10);
    const before = starts.length;
    for (let call = 0; call < 10; call++) run();
    await vi.advanceTimersByTimeAsync(100);
    expect(starts.length - before).toBe(10);
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
    const cancelled = expect(pace.run(() => never, controller.signal)).rejects.toThrow('changed my mind');
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

  it('lets a waiting call go when it is cancelled, and never starts it', async () => {
    const pace = createPace(1);
    const { starts, run } = startCounting(pace);
    run();
    const controller = new AbortController();
    let isStarted = false;
    const waiting = pace.run(() => Promise.resolve((isStarted = true)), controller.signal);
    const ended = expect(waiting).rejects.toThrow();
    controller.abort();
    await ended;
    await vi.advanceTimersByTimeAsync(5_000);
    expect([starts.length, isStarted]).toEqual([1, false]);
  });
});

function startCounting(pace: ReturnType<typeof createPace>) {
  const starts: number[] = [];
  const task = () => Promise.resolve(starts.push(Date.now()));
  return { starts, run: () => void pace.run(task, signal) };
}
