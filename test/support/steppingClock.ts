import type { Clock } from '../../src/change/applyDeps';

/**
 * A clock that goes on by itself: what is waited for up to a second is over at once, as is told to `onStep` with the seconds
 * gone by, and longer waits end with their signal only.
 */
export function steppingClock(
  startedAt = 0,
  onStep: (second: number) => Promise<void> | void = () => undefined,
): Clock {
  let now = startedAt;
  return {
    now: () => now,
    async sleep(ms, signal) {
      if (ms > 1_000) return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
      now += ms;
      await onStep(Math.round((now - startedAt) / 1_000));
    },
  };
}
