import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginWatch,
  withLook,
  type Holder,
  type Look,
  type SeenInterface,
} from '../../../../src/guest/failover/holderWatch';
import { lengthOf, totalsOf } from '../../../../src/guest/failover/interruptions';

const vip = '10.0.10.100';
const expectedMs = 10_000;
const interfaces = (...holders: readonly string[]): SeenInterface[] =>
  ['a', 'b', 'c'].map((no, at) => ({
    networkInterfaceNo: no,
    subnetNo: '1',
    ip: `10.0.10.${at + 11}`,
    secondaryIpList: holders.includes(no) ? [vip] : [],
  }));
/** A look each second, answered after 100 ms: `a`, `b`, `c` hold the address, `-` nobody does, `?` no answer. */
const looksOf = (seen: string, startedAt = 0): Look[] =>
  Array.from(seen, (one, at) => {
    const askedAt = startedAt + at * 1_000;
    return { askedAt, answeredAt: askedAt + 100, ...(one !== '?' && { interfaces: interfaces(one) }) };
  });
const watched = (looks: readonly Look[], isWhole = true) => looks.reduce(withLook, beginWatch('1', [vip], isWhole));
const spansOf = (looks: readonly Look[], isWhole = true) => watched(looks, isWhole).spans.get(vip) ?? [];
const word = (holder: Holder): string =>
  holder.kind === 'held' ? holder.networkInterfaceNo : { none: '-', unknown: '?' }[holder.kind];
const longestOf = (spans: Parameters<typeof totalsOf>[0]) => totalsOf(spans, expectedMs).longest;
const words = (looks: readonly Look[], isWhole = true): string =>
  spansOf(looks, isWhole)
    .map(({ holder }) => word(holder))
    .join('');

describe('a watch of holders', () => {
  it('makes one span of looks that say the same', () => {
    expect(words(looksOf('aaa--bb??b'))).toBe('a-b?b');
    expect(watched(looksOf('aaa--bb??b'))).toMatchObject({ looks: 10, failures: 2 });
  });

  it('says how long nobody had it between two figures: between looks, and from the old holder to the new one', () => {
    const spans = spansOf(looksOf('aa---bb'));
    expect(lengthOf(spans, 1)).toEqual({ atLeastMs: 1_900, atMostMs: 4_100 });
    expect(longestOf(spans)).toEqual({ from: 'a', to: 'b', atLeastMs: 1_900, atMostMs: 4_100 });
    expect(totalsOf(spans, expectedMs)).toMatchObject({ moves: 1, verdict: 'within' });
  });

  it('counts a move that went without a gap as one that nobody can be sure of', () => {
    expect(longestOf(spansOf(looksOf('aabb')))).toMatchObject({ atLeastMs: 0, atMostMs: 1_100 });
  });

  it('tells of a holder that lost it and got it back as an interruption, not as a move', () => {
    expect(totalsOf(spansOf(looksOf('a-a')), expectedMs)).toMatchObject({ moves: 0, atLeastMs: 0, atMostMs: 2_100 });
  });

  it('never takes a time without an answer for one without a holder', () => {
    expect(totalsOf(spansOf(looksOf('aa???aa')), expectedMs)).toMatchObject({
      moves: 0,
      atLeastMs: 0,
      atMostMs: 0,
      unknownMs: 2_100,
      verdict: 'none',
    });
    expect(longestOf(spansOf(looksOf('a?-?b')))).toMatchObject({ atLeastMs: 0, atMostMs: 4_100 });
  });

  it('says beyond only when it is certain, and within only when it is over', () => {
    expect(totalsOf(spansOf(looksOf(`a${'-'.repeat(13)}`)), expectedMs).verdict).toBe('beyond');
    expect(totalsOf(spansOf(looksOf('a--')), expectedMs).verdict).toBe('unclear');
    expect(totalsOf(spansOf(looksOf(`a${'?'.repeat(11)}b`)), expectedMs).verdict).toBe('unclear');
    expect(totalsOf(spansOf(looksOf('aa')), expectedMs).verdict).toBe('none');
  });

  it('knows nothing of an address that two have, of one that is lost with its interface, and of one outside a part', () => {
    const look = (rows: readonly SeenInterface[], at: number): Look => ({
      askedAt: at,
      answeredAt: at + 100,
      interfaces: rows,
    });
    expect(words([look(interfaces('a', 'b'), 0)])).toBe('?');
    const others = interfaces().slice(1);
    expect(words([look(interfaces('a'), 0), look(others, 1_000)])).toBe('a?');
    expect(words([look([], 0)])).toBe('?');
    expect(words([look(interfaces(), 0)], false)).toBe('?');
    expect(words([look(interfaces('b'), 0)], false)).toBe('b');
  });

  it('sees a primary address as held, and no address of another subnet', () => {
    const [first, second] = interfaces();
    const rows = [
      { ...first!, ip: vip },
      { ...second!, subnetNo: '2', secondaryIpList: [vip] },
    ];
    expect(words([{ askedAt: 0, answeredAt: 100, interfaces: rows }])).toBe('a');
  });

  it('knows nothing of a time in which the machine slept, nor by an answer that took longer', () => {
    expect(words([...looksOf('aa'), ...looksOf('aa', 60_000)])).toBe('a?a');
    expect(words([...looksOf('a'), { askedAt: 1_000, answeredAt: 61_000, interfaces: interfaces('a') }])).toBe('a?');
  });

  it('goes on when the clock is set back', () => {
    const spans = spansOf([...looksOf('aa', 100_000), ...looksOf('-b', 0)]);
    expect(spans.map(({ holder }) => word(holder)).join('')).toBe('a-b');
    expect(longestOf(spans)?.atMostMs).toBeGreaterThanOrEqual(0);
  });

  it('holds: the true time without a holder lies between the figures, whatever is asked when', () => {
    const holder = fc.constantFrom('a', 'b', 'c', '-');
    // A holder stays for longer than two looks can lie apart: what is shorter cannot be seen.
    const history = fc.array(fc.tuple(holder, fc.integer({ min: 12_100, max: 40_000 })), {
      minLength: 1,
      maxLength: 8,
    });
    const turns = fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 5_200 }),
        took: fc.integer({ min: 0, max: 5_200 }),
        moment: fc.double({ min: 0, max: 1, noNaN: true }),
        fails: fc.nat(4).map((one) => one === 0),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(history, turns, (truth, asked) => {
        const holderAt = (ms: number): string => {
          let end = 0;
          return truth.find(([, length]) => (end += length) > ms)?.[0] ?? truth.at(-1)![0];
        };
        let now = 0;
        const looks = asked.map(({ wait, took, moment, fails }): Look => {
          const askedAt = now + wait;
          now = askedAt + took;
          const seen = holderAt(askedAt + moment * took);
          return { askedAt, answeredAt: now, ...(!fails && { interfaces: interfaces(seen) }) };
        });
        const spans = spansOf(looks);
        const [first, last] = [looks[0]!, looks.at(-1)!];
        const without = (from: number, to: number): number => {
          let [begin, sum] = [0, 0];
          for (const [at, [one, length]] of truth.entries()) {
            const end = at === truth.length - 1 ? Infinity : begin + length;
            if (one === '-') sum += Math.max(0, Math.min(end, to) - Math.max(begin, from));
            begin = end;
          }
          return sum;
        };
        const { atLeastMs, atMostMs } = totalsOf(spans, expectedMs);
        // What the first and the last look saw was so at some moment while they were under way: only between them it is known.
        const seen = without(first.answeredAt, last.askedAt);
        const real = without(first.askedAt, last.answeredAt);
        const unknownMs = spans.reduce(
          (sum, { holder }, at) => sum + (holder.kind === 'unknown' ? lengthOf(spans, at).atMostMs : 0),
          0,
        );
        expect(atLeastMs).toBeLessThanOrEqual(real + 1);
        expect(seen).toBeLessThanOrEqual(atMostMs + unknownMs + 1);
        expect(atLeastMs).toBeLessThanOrEqual(atMostMs);
        // One span begins where the one before ends, and none says what its neighbour says.
        for (const [at, span] of spans.entries()) {
          const next = spans[at + 1];
          if (!next) continue;
          expect(word(span.holder)).not.toBe(word(next.holder));
          expect(next.first.askedAt).toBeGreaterThanOrEqual(span.last.answeredAt);
        }
      }),
    );
  });
});
