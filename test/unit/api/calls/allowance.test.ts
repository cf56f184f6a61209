import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freshAllowance,
  knownAllowance,
  nextStart,
  onRefusal,
  onSuccess,
  rateBorne,
  withCeiling,
  type Allowance,
  type Start,
} from '../../../../src/api/calls/allowance';

const startedAt = (at: number, isRefused = false): Start => ({ at, hadToWait: true, isRefused });

describe('an allowance', () => {
  it('begins with a burst of 20, or with its ceiling', () => {
    expect(freshAllowance(50)).toMatchObject({ rate: 20, burst: 20 });
    expect(freshAllowance(7)).toMatchObject({ rate: 7, burst: 7 });
  });

  it('takes for the limit what was let through of a burst, however the answers come in', () => {
    const starts = Array.from({ length: 20 }, (_, call) => startedAt(call / 10, call >= 5));
    fc.assert(
      fc.property(fc.shuffledSubarray(starts.slice(5), { minLength: 15 }), (order) => {
        const told = new Set<Start>();
        const end = order.reduce((now, refused) => {
          told.add(refused);
          const seen = starts.map((one) => ({ ...one, isRefused: told.has(one) }));
          return onRefusal(now, seen, refused, 30, 0);
        }, freshAllowance(50));
        expect(end).toMatchObject({ limit: 5, rate: 5, burst: 1 });
      }),
    );
  });

  it('halves where too few calls left to tell', () => {
    const refused = startedAt(0, true);
    expect(onRefusal(freshAllowance(50), [refused], refused, 10, 0)).toMatchObject({ rate: 10, limit: 10 });
  });

  it('goes back to a limit at once, waits half a minute, then tries a little more, and longer after each trial in vain', () => {
    let now = 0;
    let allowance = knownAllowance(freshAllowance(50), 10, now);
    const holds: number[] = [];
    for (let trial = 0; trial < 4; trial++) {
      const begun = now;
      while (allowance.rate <= 10) allowance = onSuccess(allowance, startedAt((now += 100)), now);
      holds.push(now - begun);
      const refused = startedAt((now += 100), true);
      allowance = onRefusal(allowance, [refused], refused, now, 0);
      expect(allowance).toMatchObject({ rate: allowance.rate, limit: 10 });
      expect(allowance.rate).toBeCloseTo(5, 0);
    }
    expect(holds.map((ms) => Math.round(ms / 1_000))).toEqual([30, 60, 120, 240]);
  });

  it('has nothing to learn any more once it has grown to its ceiling', () => {
    let allowance = knownAllowance(freshAllowance(50), 49.9, 0);
    allowance = onSuccess(allowance, startedAt(40_000), 40_000);
    expect(allowance).toMatchObject({ rate: 50, burst: 50, limit: Infinity });
    expect(rateBorne(allowance)).toBe(50);
  });

  it('keeps what it has learned under another ceiling', () => {
    const known = knownAllowance(freshAllowance(50), 9, 0);
    expect(withCeiling(withCeiling(known, 3), 50)).toEqual(known);
  });

  it('holds its promises whatever the service answers and whenever', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: -3, max: 100 }),
        fc.array(arbitraryEvent, { maxLength: 300 }),
        (ceiling, events) => {
          const cap = freshAllowance(ceiling).ceiling;
          let allowance: Allowance = freshAllowance(ceiling);
          let now = 0;
          const starts: Start[] = [];
          for (const { waitMs, kind, pauseMs, back, limit } of events) {
            now = Math.max(now + waitMs, nextStart(allowance, starts));
            if (kind === 'start') starts.push(startedAt(now));
            const at = Math.max(0, starts.length - 1 - back);
            const one = starts[at];
            if (one && kind === 'success') allowance = onSuccess(allowance, one, now);
            if (one && kind === 'refusal') {
              const refused = { ...one, isRefused: true };
              starts[at] = refused;
              allowance = onRefusal(allowance, starts, refused, now, pauseMs);
            }
            if (kind === 'known') allowance = knownAllowance(allowance, limit, now);
            expect(allowance.rate).toBeGreaterThanOrEqual(1);
            expect(allowance.rate).toBeLessThanOrEqual(cap);
            expect(allowance.burst).toBeGreaterThanOrEqual(1);
            // Nobody waits longer than was asked for, a second, and the distance of two calls.
            expect(nextStart(allowance, starts) - now).toBeLessThanOrEqual(30_000 + 2 * 1_020);
          }
          for (const [index, { at }] of starts.entries()) {
            const later = starts[index + cap];
            if (!later) continue;
            expect(later.at - at).toBeGreaterThanOrEqual(1_000);
            compared++;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});

const arbitraryEvent = fc.record({
  waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 400_000 })),
  kind: fc.constantFrom('start', 'start', 'start', 'success', 'success', 'refusal', 'known'),
  pauseMs: fc.constantFrom(0, 1_000, 30_000),
  back: fc.nat({ max: 30 }),
  limit: fc.integer({ min: 1, max: 60 }),
});
