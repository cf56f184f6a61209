import { describe, expect, it } from 'vitest';
import { fetchAllRows } from '../../../../src/api/lists/fetchAllRows';
import { limits } from '../../../../src/api/limits';
import type { ListAnswer } from '../../../../src/api/schemas/listAnswer';
import type { ReadList } from '../../../../src/api/lists/takeRows';

interface World {
  readonly rows: number[];
  /** Page numbers of whole pages. */
  readonly pages: number[];
  /** Calls that look at the place where two pages meet. */
  readonly looks: number[];
  readonly fetch: (options?: {
    totalRows?: (pageNo: number) => number | undefined;
    before?: (pageNo: number) => void;
    /** What a page waits for before it is read. */
    until?: (pageNo: number) => Promise<unknown> | undefined;
    largest?: number;
  }) => Promise<ReadList<number>>;
}

function page(rows: readonly number[], totalRows: number | undefined): Promise<ListAnswer<number>> {
  return Promise.resolve({ totalRows, hasList: true, rows, unreadable: [] });
}

/** A list of numbers served in pages; `before` may change it while it is being read. */
function world(size: number): World {
  const rows = Array.from({ length: size }, (_, index) => index);
  const pages: number[] = [];
  const looks: number[] = [];
  return {
    rows,
    pages,
    looks,
    fetch: ({ totalRows = () => rows.length, before, until, largest = limits.pageSize } = {}) =>
      fetchAllRows({
        async fetchPage(pageNo, pageSize) {
          const isPage = pageSize === limits.pageSize;
          (isPage ? pages : looks).push(pageNo);
          if (isPage) before?.(pageNo);
          if (isPage && until) await until(pageNo);
          const served = Math.min(pageSize, largest);
          const start = (pageNo - 1) * served;
          return page(rows.slice(start, start + served), totalRows(pageNo));
        },
        key: String,
      }),
  };
}

/** A service without end: `rowsOf` says what a page holds. */
function endless(rowsOf: (pageNo: number) => number[], totalRows: (pageNo: number) => number | undefined) {
  let calls = 0;
  const read = fetchAllRows({
    fetchPage(pageNo) {
      calls++;
      return page(rowsOf(pageNo), totalRows(pageNo));
    },
    key: String,
  });
  return read.then((list) => ({ ...list, calls }));
}

const numbered = (first: number): number[] => Array.from({ length: limits.pageSize }, (_, index) => first + index);
const steady = { unreadable: [], isCut: false, isUnsteady: false };

describe('fetchAllRows', () => {
  it.each([
    [1_000, []],
    [1_001, [1]],
    [2_500, [1]],
  ])('of %i rows, says that there is more after %j pages', async (size, expected) => {
    const { rows, pages } = world(size);
    const told: number[] = [];
    await fetchAllRows({
      fetchPage(pageNo, pageSize) {
        pages.push(pageNo);
        return page(rows.slice((pageNo - 1) * pageSize, pageNo * pageSize), size);
      },
      key: String,
      onMore: () => told.push(pages.length),
    });
    expect(told).toEqual(expected);
  });

  it.each([0, 1, 999, 1_000, 1_001, 2_500, 12_345])(
    'reads %i rows with as many pages as needed, and looks once at each place where two of them meet',
    async (size) => {
      const { rows, pages, looks, fetch } = world(size);
      expect(await fetch()).toEqual({ rows, gap: steady });
      const needed = Math.max(1, Math.ceil(size / limits.pageSize));
      expect(pages).toEqual(Array.from({ length: needed }, (_, index) => index + 1));
      expect(looks).toHaveLength(needed - 1);
    },
  );

  it.each([0, 5, 1_000, 2_000, 2_500])('reads %i rows of a service that tells no total', async (size) => {
    const { rows, fetch } = world(size);
    expect(await fetch({ totalRows: () => undefined })).toEqual({ rows, gap: steady });
  });

  it('reads again when a row vanished while it read, so that none is missed', async () => {
    const { rows, fetch } = world(2_500);
    let isGone = false;
    const read = await fetch({
      before(pageNo) {
        if (pageNo !== 2 || isGone) return;
        isGone = true;
        rows.splice(3, 1);
      },
    });
    expect(read).toEqual({ rows, gap: steady });
  });

  /** A row joins in front, once, when the second page is asked for. */
  const joiningInFront = (rows: number[]) => (pageNo: number) => {
    if (pageNo === 2 && rows[0] !== 9_999) rows.unshift(9_999);
  };

  it('reads again when a row joined in front, so that none is double', async () => {
    const { rows, fetch } = world(2_500);
    const read = await fetch({ before: joiningInFront(rows) });
    expect(read.rows).toEqual(rows);
  });

  it.each([
    ['before page 2', 2, 1_000],
    ['before page 3', 3, 2_000],
  ])(
    'notices one row gone and one added %s, though the total stays: the row that slipped past is read',
    async (_when, at, slipped) => {
      const { rows, fetch } = world(2_500);
      let isSwapped = false;
      const read = await fetch({
        before(pageNo) {
          if (pageNo !== at || isSwapped) return;
          isSwapped = true;
          rows.splice(3, 1);
          rows.push(9_999);
        },
      });
      expect(read.rows).toContain(slipped);
      expect(read.rows).toContain(9_999);
      expect(read).toEqual({ rows, gap: steady });
    },
  );

  it('looks where two pages meet as soon as both are there, while later pages are on their way', async () => {
    const { rows, fetch, looks } = world(3_500);
    const { promise: held, resolve: answer } = Promise.withResolvers<unknown>();
    const reading = fetch({ until: (pageNo) => (pageNo === 4 ? held : undefined) });
    await expect.poll(() => looks).toHaveLength(2);
    answer(true);
    expect(await reading).toEqual({ rows, gap: steady });
    expect(looks).toHaveLength(3);
  });

  it('notices what slips past a late page after the looks at earlier ones', async () => {
    const { rows, fetch, looks } = world(3_500);
    const { promise: held, resolve: answer } = Promise.withResolvers<unknown>();
    const reading = fetch({ until: (pageNo) => (pageNo === 4 ? held : undefined) });
    await expect.poll(() => looks).toHaveLength(2);
    rows.splice(3, 1);
    rows.push(9_999);
    answer(true);
    expect(await reading).toEqual({ rows, gap: steady });
  });

  it('looks nowhere any more once a row came twice: the round is for nothing', async () => {
    const { rows, fetch, looks, pages } = world(4_500);
    const read = await fetch({
      before: joiningInFront(rows),
      // Both rounds announce the same, so that only the rows tell.
      totalRows: () => 4_501,
    });
    expect(read).toEqual({ rows, gap: steady });
    expect(pages).toHaveLength(10);
    expect(looks).toHaveLength(4);
  });

  it('passes on the failure of a look while pages are on their way', async () => {
    const failure = new Error('look');
    const fetching = fetchAllRows({
      fetchPage: (pageNo, pageSize) =>
        pageSize === limits.pageSize
          ? page(
              Array.from({ length: 1_000 }, (_, at) => pageNo * 1_000 + at),
              3_000,
            )
          : Promise.reject(failure),
      key: String,
    });
    await expect(fetching).rejects.toBe(failure);
  });

  it('says so when rows are swapped each time it reads', async () => {
    const { rows, fetch } = world(1_500);
    let next = 10_000;
    const read = await fetch({
      before(pageNo) {
        if (pageNo !== 2) return;
        rows.splice(3, 1);
        rows.push(next++);
      },
    });
    expect(read.gap.isUnsteady).toBe(true);
  });

  it('stops at an empty page when the total is wrong, and says so', async () => {
    const { rows, pages, fetch } = world(1_500);
    const read = await fetch({ totalRows: () => 1_000_000_000 });
    expect(read).toEqual({ rows, gap: { ...steady, isUnsteady: true } });
    expect(pages.length).toBeLessThan(40);
  });

  it('returns each row once when the list never holds still, and says so', async () => {
    const { fetch } = world(2_500);
    let total = 2_500;
    const { rows, gap } = await fetch({ totalRows: () => total++ });
    expect(new Set(rows).size).toBe(rows.length);
    expect(gap.isUnsteady).toBe(true);
  });

  it('goes on when the service hands out smaller pages than asked for', async () => {
    const { rows, fetch } = world(1_234);
    expect(await fetch({ largest: 500 })).toEqual({ rows, gap: steady });
  });

  it('passes on the failure of a page', async () => {
    const failing = fetchAllRows<number>({
      fetchPage: (pageNo) => (pageNo === 1 ? page(numbered(0), 3_000) : Promise.reject(new Error(`page ${pageNo}`))),
      key: String,
    });
    await expect(failing).rejects.toThrow('page 2');
  });

  it('cuts a page of 300,000 rows, and says so', async () => {
    const rows = Array.from({ length: 300_000 }, (_, index) => index);
    const read = await fetchAllRows({ fetchPage: () => page(rows, rows.length), key: String });
    expect(read.rows).toHaveLength(limits.listRows);
    expect(read.gap.isCut).toBe(true);
  });
});

describe('a list that has no end', () => {
  const totals: [string, (pageNo: number) => number | undefined][] = [
    ['a total of 1e12', () => 1e12],
    ['no total', () => undefined],
    ['a growing total', (pageNo) => pageNo * 1_000_000],
  ];

  it.each(totals)('ends when a page brings no new row: %s', async (_what, totalRows) => {
    const { rows, calls } = await endless(() => numbered(0), totalRows);
    expect(rows).toHaveLength(limits.pageSize);
    expect(calls).toBeLessThan(40);
  });

  it.each(totals)('is cut at 100,000 rows, and said to be: %s', async (_what, totalRows) => {
    const { rows, gap, calls } = await endless((pageNo) => numbered(pageNo * limits.pageSize), totalRows);
    expect(rows).toHaveLength(100_000);
    expect(gap.isCut).toBe(true);
    expect(calls).toBeLessThan(110);
  });
});
