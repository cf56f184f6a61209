import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../src/change/applyDeps';

export interface VirtualTime extends Clock {
  readonly started: number;
}

/** Time that passes only while somebody sleeps: five minutes of waiting are over at once, and reads cost none. */
export function virtualTime(started = Date.UTC(2026, 0, 5)): VirtualTime {
  let now = started;
  return {
    started,
    now: () => now,
    async sleep(ms, signal) {
      if (!signal?.aborted) now += ms;
      await setImmediate();
    },
  };
}
