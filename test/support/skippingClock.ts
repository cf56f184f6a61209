import { systemClock } from '../../src/change/systemClock';
import type { Clock } from '../../src/change/applyDeps';

/** What is waited for at most this long (ms) is a pause between two reads; who waits longer is away until something happens. */
const longestPauseMs = 10_000;

/**
 * Real time that skips pauses: whoever sleeps goes on at once, in the order of their turns, and the clock has gone on by as
 * much. Long waits are real, and end with their signal.
 */
export function skippingClock(): Clock {
  let skippedMs = 0;
  const now = (): number => Date.now() + skippedMs;
  const pauses = new Set<{ readonly until: number; readonly end: () => void }>();
  let timer: NodeJS.Timeout | undefined;

  function endNext(): void {
    timer = undefined;
    const [next] = [...pauses].sort((one, other) => one.until - other.until);
    if (!next) return;
    skippedMs += Math.max(0, next.until - now());
    pauses.delete(next);
    next.end();
    endSoon();
  }
  function endSoon(): void {
    if (pauses.size > 0) timer ??= setTimeout(endNext, 1);
  }
  return {
    now,
    sleep(ms, signal) {
      if (ms > longestPauseMs) return systemClock.sleep(ms, signal);
      if (signal?.aborted) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const pause = { until: now() + ms, end: () => resolve(undefined) };
      const leave = (): void => {
        pauses.delete(pause);
        pause.end();
      };
      pauses.add(pause);
      signal?.addEventListener('abort', leave, { once: true });
      endSoon();
      return promise.finally(() => signal?.removeEventListener('abort', leave));
    },
  };
}
