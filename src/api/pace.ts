import PQueue from 'p-queue';
import { limits } from './limits';

/** Spreads calls over time. */
export interface Pace {
  /** Runs `task` when its turn has come; rejects with the signal's reason as soon as it aborts, waiting or not. */
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** The service said "too fast": nothing starts for `pauseMs`, and for a while only half as much as usual. */
  slowDown(pauseMs: number): void;
  dispose(): void;
}

/** At most `perSecond` calls (clamped to 1 … 50) start in any second. Infinity, which no setting can hold, turns pacing off. */
export function createPace(perSecond: number): Pace {
  const cap = perSecond === Infinity ? perSecond : Math.min(50, Math.max(1, Math.floor(perSecond)));
  const normal = createQueue(cap);
  const halved = createQueue(Math.max(1, Math.floor(cap / 2)));
  let slowUntil = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  return {
    // Asked when its turn comes, not when it is added: calls that already wait slow down as well.
    run: (task, signal) =>
      normal.add(() => (performance.now() < slowUntil ? halved.add(task, { signal }) : task()), { signal }),
    slowDown(pauseMs) {
      const now = performance.now();
      slowUntil = now + pauseMs + limits.slowDownMs;
      if (now + pauseMs <= pausedUntil) return;
      pausedUntil = now + pauseMs;
      clearTimeout(timer);
      for (const queue of [normal, halved]) queue.pause();
      timer = setTimeout(() => {
        for (const queue of [normal, halved]) queue.start();
      }, pauseMs);
    },
    dispose() {
      clearTimeout(timer);
      normal.clear();
      halved.clear();
    },
  };
}

/** A sliding window: fixed ones would let twice as many start around their border. */
function createQueue(perSecond: number): PQueue {
  return perSecond === Infinity ? new PQueue() : new PQueue({ interval: 1_000, intervalCap: perSecond, strict: true });
}
