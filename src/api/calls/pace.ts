import PQueue from 'p-queue';
import { limits } from '../limits';

/** Spreads calls over time. */
export interface Pace {
  /**
   * Runs `task` when its turn has come; rejects with the signal's reason as soon as it aborts, waiting or not. A task that
   * brings a signal of its own for the time after its start goes first: a write must follow its look at once.
   */
  run<T>(task: () => Promise<T>, signal: AbortSignal, running?: AbortSignal): Promise<T>;
  /** The service said "too fast": nothing starts for `pauseMs`, and for a while only half as much as usual. */
  slowDown(pauseMs: number): void;
  dispose(): void;
}

/** At most `perSecond` calls (clamped to 1 … 50) start in any second. Infinity, which no setting can hold, turns pacing off. */
export function createPace(perSecond: number): Pace {
  const cap = perSecond === Infinity ? perSecond : Math.min(50, Math.max(1, Math.floor(perSecond)));
  const turnMs = cap === Infinity ? 0 : 1_000;
  const normal = new PQueue({ concurrency: cap });
  const halved = new PQueue({ concurrency: Math.max(1, Math.floor(cap / 2)) });
  let slowUntil = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  return {
    run<T>(task: () => Promise<T>, signal: AbortSignal, running = signal): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      let deciding = signal;
      const leave = (): void => {
        if (deciding.aborted) reject(deciding.reason as Error);
      };
      const start = (): void => {
        deciding = running;
        void task().then(resolve, reject);
      };
      leave();
      const signals = new Set([signal, running]);
      for (const one of signals) one.addEventListener('abort', leave);
      const isFirst = running !== signal;
      const turn = { priority: isFirst ? 1 : 0 };
      const take = (): Promise<void> => takeTurn(start, turnMs, signal);
      // Asked when its turn comes, not when it is added: calls that already wait slow down as well.
      const takeSlowly = (): Promise<void> => (performance.now() < slowUntil ? halved.add(take, turn) : take());
      // What goes first does not stand behind calls that hold a turn only to wait for a slower one.
      if (isFirst && performance.now() < slowUntil) void halved.add(take, turn);
      else void normal.add(takeSlowly, turn);
      return promise.finally(() => {
        for (const one of signals) one.removeEventListener('abort', leave);
      });
    },
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

/**
 * A turn lasts a second, however long or short the call is, so as many calls start in any second as there are turns at a
 * time. Timers measure it: p-queue's own intervals go by the clock of the machine, and when that is set back, which is
 * what corrects a refused signature, they would wait until it is as late again.
 */
async function takeTurn(start: () => void, turnMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  start();
  if (turnMs > 0) await new Promise((resolve) => setTimeout(resolve, turnMs));
}
