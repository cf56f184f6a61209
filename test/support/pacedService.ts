import { vi } from 'vitest';
import type { Pace, TurnRequest } from '../../src/api/calls/pace';

/** How a service counts: calls of the last second, of the second by its clock, or a bucket that fills evenly. */
export type Counting = 'sliding' | 'fixed' | 'bucket';

export interface ServiceRules {
  /** Calls a second at a time in ms from the start. */
  readonly allows: (at: number) => number;
  readonly counting?: Counting;
  /** Calls a bucket holds. */
  readonly bucket?: number;
  readonly retryAfterMs?: number;
  /** One way, in ms; the n-th call takes so much longer on its way there. */
  readonly wayMs?: number;
  readonly lateMs?: (call: number) => number;
}

/** What arrived at a service, in ms from the start. */
export interface Arrivals {
  readonly granted: number[];
  readonly refused: number[];
}

/** A service on the fake clock of the test. It answers at once, and does not count what it turns away. */
export function pacedService(rules: ServiceRules) {
  const { allows, counting = 'sliding', bucket = 1, retryAfterMs, wayMs = 10, lateMs = () => 0 } = rules;
  const startedAt = performance.now();
  const arrivals: Arrivals = { granted: [], refused: [] };
  let calls = 0;
  let tokens = bucket;
  let filledAt = 0;
  const lets = (at: number): boolean => {
    const allowed = allows(at);
    if (counting === 'bucket') {
      tokens = Math.min(bucket, tokens + ((at - filledAt) / 1_000) * allowed);
      filledAt = at;
      if (tokens < 1 - 1e-9) return false;
      tokens--;
      return true;
    }
    const since = counting === 'fixed' ? Math.floor(at / 1_000) * 1_000 : at - 1_000 + 1e-9;
    return arrivals.granted.filter((one) => one >= since).length < allowed;
  };
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** One call through the pace, with as many tries as it takes. */
  async function call(pace: Pace, request: TurnRequest): Promise<void> {
    for (;;) {
      const isDone = await pace.run(async (turn) => {
        await wait(wayMs + lateMs(calls++));
        const at = performance.now() - startedAt;
        const isGranted = lets(at);
        (isGranted ? arrivals.granted : arrivals.refused).push(at);
        await wait(wayMs);
        if (isGranted) turn.succeeded();
        else turn.refused(retryAfterMs ?? 0);
        return isGranted;
      }, request);
      if (isDone) return;
      await wait(Math.max(250, retryAfterMs ?? 0));
    }
  }

  return {
    arrivals,
    call,
    /** Keeps so many calls waiting or under way for a time. */
    async saturate(pace: Pace, forMs: number, width = 24): Promise<void> {
      const until = performance.now() + forMs;
      const signal = new AbortController().signal;
      const loops = Array.from({ length: width }, async () => {
        while (performance.now() < until) await call(pace, { rank: 'list', signal });
      });
      await vi.advanceTimersByTimeAsync(forMs);
      void Promise.all(loops);
    },
  };
}

/** Share of what was allowed between two times that was used. */
export function useOf({ granted }: Arrivals, allows: (at: number) => number, from: number, to: number): number {
  const used = granted.filter((at) => at >= from && at < to).length;
  const seconds = Array.from({ length: Math.ceil((to - from) / 1_000) }, (_, second) => allows(from + second * 1_000));
  return used / seconds.reduce((sum, one) => sum + one, 0);
}
