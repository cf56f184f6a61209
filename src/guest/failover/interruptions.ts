import { isSame, type Span } from './holderWatch';

/** A change of holder, or a time without one. Its length lies between two figures, as one looks every second only. All in ms. */
export interface Interruption {
  /** Who had the address before, by number; absent when nobody was seen with it. */
  readonly from?: string;
  /** Who has it after; absent when nobody was seen with it again. */
  readonly to?: string;
  /** Between looks that saw no holder. */
  readonly atLeastMs: number;
  /** From the last look that saw the old holder to the first that saw the new one: what is unknown is in it. */
  readonly atMostMs: number;
}

/** What became of an address: the sums and the worst of its interruptions. All in ms. */
export interface AddressTotals {
  /** How often another interface had it than before. */
  readonly moves: number;
  readonly atLeastMs: number;
  readonly atMostMs: number;
  /** Of the whole time, not of interruptions only. */
  readonly unknownMs: number;
  readonly longest?: Interruption;
  /** Whether every interruption was at most `expectedMs`; `unclear` when the looks do not tell. */
  readonly verdict: 'within' | 'beyond' | 'unclear' | 'none';
}

/** Each time that an address went from one holder to another, or had none. */
function interruptionsOf(spans: readonly Span[]): readonly Interruption[] {
  const found: Interruption[] = [];
  let from: Span | undefined;
  let between: Span[] = [];
  const end = (to: Span | undefined): void => {
    const hadNone = between.some(({ holder }) => holder.kind === 'none');
    const hasMoved = from !== undefined && to !== undefined && !isSame(from.holder, to.holder);
    if (hadNone || hasMoved) found.push(interruption(from, between, to));
  };
  for (const span of spans) {
    if (span.holder.kind !== 'held') {
      between.push(span);
      continue;
    }
    end(span);
    from = span;
    between = [];
  }
  end(undefined);
  return found;
}

/** The sums of the spans of an address. */
export function totalsOf(spans: readonly Span[], expectedMs: number): AddressTotals {
  const all = interruptionsOf(spans);
  const sum = (key: 'atLeastMs' | 'atMostMs'): number => all.reduce((total, one) => total + one[key], 0);
  const [longest] = all.toSorted((a, b) => b.atLeastMs - a.atLeastMs || b.atMostMs - a.atMostMs);
  const isBeyond = all.some(({ atLeastMs }) => atLeastMs > expectedMs);
  const isWithin = all.every(({ atMostMs, to }) => to !== undefined && atMostMs <= expectedMs);
  return {
    moves: all.filter(({ from, to }) => from !== undefined && to !== undefined && from !== to).length,
    atLeastMs: sum('atLeastMs'),
    atMostMs: sum('atMostMs'),
    unknownMs: unknownIn(spans),
    ...(longest && { longest }),
    verdict: !longest ? 'none' : isBeyond ? 'beyond' : isWithin ? 'within' : 'unclear',
  };
}

/** When a span began and ended: each between two times (epoch ms), `undefined` where it began before the first look or goes on. */
export function edgesOf(spans: readonly Span[], index: number) {
  const edge = (before: Span | undefined, after: Span | undefined) =>
    before && after && ([before.last.askedAt, after.first.answeredAt] as const);
  return { from: edge(spans[index - 1], spans[index]), to: edge(spans[index], spans[index + 1]) };
}

/** How long a span was, in ms: certainly, and at most. */
export function lengthOf(
  spans: readonly Span[],
  index: number,
): { readonly atLeastMs: number; readonly atMostMs: number } {
  const [before, span, after] = [spans[index - 1], spans[index], spans[index + 1]];
  if (!span) return { atLeastMs: 0, atMostMs: 0 };
  const from = before?.last.askedAt ?? span.first.askedAt;
  const to = after?.first.answeredAt ?? span.last.answeredAt;
  return { atLeastMs: Math.max(0, span.last.askedAt - span.first.answeredAt), atMostMs: to - from };
}

function interruption(from: Span | undefined, between: readonly Span[], to: Span | undefined): Interruption {
  const nones = between.filter(({ holder }) => holder.kind === 'none');
  // Where nobody was seen before or after, the time of the test is all there is.
  const begin = from ? from.last.askedAt : (between[0]?.first.askedAt ?? 0);
  const end = to ? to.first.answeredAt : (between.at(-1)?.last.answeredAt ?? 0);
  return {
    ...(from?.holder.kind === 'held' && { from: from.holder.networkInterfaceNo }),
    ...(to?.holder.kind === 'held' && { to: to.holder.networkInterfaceNo }),
    atLeastMs: nones.reduce((sum, one) => sum + Math.max(0, one.last.askedAt - one.first.answeredAt), 0),
    atMostMs: end - begin,
  };
}

/** From the first to the last moment that a look without an answer took. */
function unknownIn(spans: readonly Span[]): number {
  const unknown = spans.filter(({ holder }) => holder.kind === 'unknown');
  return unknown.reduce((sum, { first, last }) => sum + last.answeredAt - first.askedAt, 0);
}
