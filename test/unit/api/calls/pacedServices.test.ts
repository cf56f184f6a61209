import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from '../../../../src/api/calls/pace';
import { pacedService, useOf, type Arrivals, type ServiceRules } from '../../../support/pacedService';

const minute = 60_000;

/** Later calls on their way: up to 15 ms, another for each, the same in every run. */
const unevenly = (call: number): number => (call * 7) % 16;

describe('a pace that learns', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([50, 80])('uses all of 50 a second and is never turned away where the service allows %i', async (allowed) => {
    const { arrivals, use } = await saturate({ allows: () => allowed }, minute);
    expect(use(0, minute, 50)).toBeGreaterThanOrEqual(0.95);
    expect(use(0, minute, 50)).toBeLessThanOrEqual(1);
    expect(arrivals.refused).toEqual([]);
  });

  describe.each([
    ['in the last second', 'sliding'],
    ['by the second of its clock', 'fixed'],
    ['with a bucket that fills', 'bucket'],
  ] as const)('on a service that counts %s', (_, counting) => {
    it.each([
      [2, undefined],
      [5, undefined],
      [5, 1_000],
      [12, undefined],
      [30, undefined],
      [30, 1_000],
    ])(
      'uses nearly all of %i a second and gives way once the first burst is over (Retry-After %s ms)',
      async (allowed, retryAfterMs) => {
        const rules = { allows: () => allowed, counting, bucket: allowed, lateMs: unevenly };
        const { arrivals, use } = await saturate({ ...rules, ...(retryAfterMs && { retryAfterMs }) }, minute);
        expect(use(0, minute)).toBeGreaterThanOrEqual(0.94);
        expect(refusedAfterFirst(arrivals)).toBeLessThanOrEqual(6);
      },
    );
  });

  it.each([undefined, 1_000])(
    'uses nearly all of 5 a second with at most one 429 in ten seconds after the first (Retry-After %s ms)',
    async (retryAfterMs) => {
      const rules = { allows: () => 5, lateMs: unevenly, ...(retryAfterMs && { retryAfterMs }) };
      const { arrivals, use } = await saturate(rules, 10 * minute);
      expect(use(0, 10 * minute)).toBeGreaterThanOrEqual(0.95);
      expectRare(arrivals);
    },
  );

  it('slows down within two seconds when the service allows 5 instead of 50, and tries again later', async () => {
    const allows = (at: number): number => (at < 20_000 ? 50 : 5);
    const { arrivals, use } = await saturate({ allows }, 3 * minute);
    expect(use(0, 20_000)).toBeGreaterThanOrEqual(0.95);
    expect(use(22_000, 3 * minute)).toBeGreaterThanOrEqual(0.95);
    expect(refusedAfterFirst(arrivals)).toBeLessThanOrEqual(4);
    expect(arrivals.refused.filter((at) => at > 22_000).length).toBeGreaterThan(0);
  });

  it('is at the top again a minute after the service allows 50 instead of 5', async () => {
    const allows = (at: number): number => (at < 20_000 ? 5 : 50);
    const { arrivals, use } = await saturate({ allows }, 3 * minute);
    expect(use(80_000, 3 * minute)).toBeGreaterThanOrEqual(0.95);
    expectRare(arrivals);
  });

  it('finds its way on a service that lets nothing through at once', async () => {
    const { arrivals, use } = await saturate({ allows: () => 5, counting: 'bucket', bucket: 1 }, 10 * minute);
    expect(use(minute, 10 * minute)).toBeGreaterThanOrEqual(0.9);
    expectRare(arrivals);
  });

  it('learns nothing from calls that did not have to wait', async () => {
    const service = pacedService({ allows: (at) => (at < 1_000 ? 5 : 1_000) });
    const pace = createPace(50);
    await service.saturate(pace, 1_000);
    await vi.advanceTimersByTimeAsync(minute);
    const signal = new AbortController().signal;
    for (let call = 0; call < 100; call++) {
      void service.call(pace, { rank: 'list', signal });
      await vi.advanceTimersByTimeAsync(1_000);
    }
    const before = service.arrivals.granted.length;
    await service.saturate(pace, 1_000);
    expect(service.arrivals.granted.length - before).toBeLessThanOrEqual(6);
  });
});

async function saturate(rules: ServiceRules, forMs: number) {
  const service = pacedService(rules);
  await service.saturate(createPace(50), forMs);
  const { arrivals } = service;
  const use = (from: number, to: number, most = Infinity): number =>
    useOf(arrivals, (at) => Math.min(most, rules.allows(at)), from, to);
  return { arrivals, use };
}

/** Calls turned away later than a second after the first one: what left before its answer came is part of the same. */
function refusedAfterFirst({ refused }: Arrivals): number {
  const [first = 0] = refused;
  return refused.filter((at) => at > first + 1_000).length;
}

function expectRare({ refused }: Arrivals): void {
  const [first = 0] = refused;
  const later = refused.filter((at) => at > first + 1_000);
  for (const at of later) expect(later.filter((one) => one >= at && one < at + 10_000)).toHaveLength(1);
}
