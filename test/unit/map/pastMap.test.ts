import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCells } from '../../../src/map/cells';
import type { MapData } from '../../../src/map/mapData';
import { mapAsOf, sinceOf, withoutChange, type MapChange, type MapHistory } from '../../../src/map/pastMap';
import { tintsOf } from '../../../src/map/tints';
import { buildMap } from '../../support/buildMap';

/** Who has what, by address; the order of interfaces means nothing, and one without addresses is none. */
function held({ holders }: MapData): Record<string, string> {
  const pairs = holders.flatMap((holder) => holder.secondaries.map((at) => [String(at), holder.networkInterfaceNo]));
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** A change taken back the other way round: what leads forward. */
function withChange(data: MapData, { at, transfers }: MapChange): MapData {
  const back = transfers.map(({ offset, from, to }) => ({ offset, from: to, to: from }));
  return withoutChange(data, { at, transfers: back.toReversed() }, names);
}

/** Who has what after changes, told by them alone. */
function toldBy(changes: MapHistory['changes']): Record<string, string | undefined> {
  const moves = changes.flatMap(({ transfers }) => transfers.map(({ offset, to }) => [String(offset), to] as const));
  return Object.fromEntries([...new Map(moves)].filter(([, to]) => to !== undefined));
}

const nos = ['701236', '701237', '701238', 'gone'] as const;
const start = buildMap('10.0.10.0/24', [{ ip: '10.0.10.6' }, { ip: '10.0.10.7' }, { ip: '10.0.10.8' }]);
const names = [{ networkInterfaceNo: 'gone', title: 'old/eth0', server: 'old' }];

/** Changes that fit one another: each address goes from where the one before left it. */
const histories = fc
  .array(
    fc.uniqueArray(fc.tuple(fc.integer({ min: 20, max: 30 }), fc.option(fc.constantFrom(...nos), { nil: undefined })), {
      selector: ([offset]) => offset,
      maxLength: 5,
    }),
    { maxLength: 12 },
  )
  .map((drawn) => {
    const now = new Map<number, string>();
    const changes = drawn.map((moves, at) => ({
      at: at * 1_000,
      transfers: moves.map(([offset, to]) => {
        const from = now.get(offset);
        if (to === undefined) now.delete(offset);
        else now.set(offset, to);
        return { offset, from, to };
      }),
    }));
    return { changes, names } satisfies MapHistory;
  });

describe('a subnet as it was', () => {
  it('is what leads to the subnet as it is, with every change after that time', () => {
    fc.assert(
      fc.property(histories, fc.nat(12), (history, drawn) => {
        const count = Math.min(drawn, history.changes.length);
        const forward = (from: MapData, changes: MapHistory['changes']): MapData => changes.reduce(withChange, from);
        const now = forward(start, history.changes);
        expect(held(now)).toEqual(toldBy(history.changes));
        const past = mapAsOf(now, history, count);
        expect(held(past)).toEqual(toldBy(history.changes.slice(0, count)));
        expect(held(forward(past, history.changes.slice(count)))).toEqual(held(now));
      }),
    );
  });

  it('knows each address at most once, whatever the history says', () => {
    const wild = fc.record({
      offset: fc.integer({ min: 5, max: 25 }),
      from: fc.option(fc.constantFrom(...nos), { nil: undefined }),
      to: fc.option(fc.constantFrom(...nos), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(wild)), (drawn) => {
        const changes = drawn.map((transfers, at) => ({ at, transfers }));
        const { holders } = mapAsOf(start, { changes, names }, 0);
        const all = holders.flatMap(({ primary, secondaries }) => [
          ...(primary === undefined ? [] : [primary]),
          ...secondaries,
        ]);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('names an interface that is gone, and says nothing of its status', () => {
    const past = withoutChange(start, { at: 1, transfers: [{ offset: 40, from: 'gone' }] }, names);
    expect(createCells(past).holder(40)).toMatchObject({ title: 'old/eth0', server: 'old', status: '' });
    const unnamed = withoutChange(start, { at: 1, transfers: [{ offset: 40, from: '9' }] }, []);
    expect(createCells(unnamed).holder(40)?.title).toBe('9');
  });

  it('does not have a primary IP of today at an address that another one had', () => {
    const past = withoutChange(start, { at: 1, transfers: [{ offset: 6, from: '701237' }] }, []);
    expect(createCells(past).holder(6)?.networkInterfaceNo).toBe('701237');
    expect(createCells(past).state(6)).toBe('secondary');
  });
});

describe('since when', () => {
  const data = buildMap('10.0.10.0/24', [{ ip: '10.0.10.6', secondaryIpList: ['10.0.10.20', '10.0.10.21'] }]);
  const history: MapHistory = {
    names: [],
    changes: [
      {
        at: 1_000,
        transfers: [
          { offset: 20, to: '701236' },
          { offset: 21, to: '9' },
        ],
      },
      { at: 2_000, transfers: [{ offset: 30, from: '701236' }] },
    ],
  };

  it('an address is as it is, unless somebody else changed it since', () => {
    expect([...sinceOf(history, data)]).toEqual([
      [30, 2_000],
      [20, 1_000],
    ]);
    expect([...sinceOf(history, data, 1)]).toEqual([[20, 1_000]]);
  });

  it('colours cells by how long ago that was, and by who has them', () => {
    const cells = createCells(data);
    const since = sinceOf(history, data);
    const of = (mode: Parameters<typeof tintsOf>[1], now = 3_000) => tintsOf({ data, cells, since, now }, mode);
    expect([of('recent')(20), of('recent')(21)]).toEqual(['is-age-0', 'is-plain']);
    expect(of('recent', 2 * 3_600_000)(20)).toBe('is-age-1');
    expect(of('recent', 90 * 86_400_000)(20)).toBe('is-plain');
    expect([of('interface')(20), of('server')(6), of('server')(99)]).toEqual(['is-tint-0', 'is-tint-0', undefined]);
    expect(of('state')(20)).toBeUndefined();
  });
});
