import { describe, expect, it } from 'vitest';
import { fetchAllRows } from '../../../src/api/fetchAllRows';
import { limits } from '../../../src/api/limits';

interface World {
  readonly rows: number[];
  readonly pages: number[];
  readonly warnings: string[];
  readonly fetch: (options?: {
    totalRows?: (pageNo: number) => number | undefined;
    before?: (pageNo: number) => void;
  }) => Promise<number[]>;
}

/** A list of numbers served in pages; `before` may change it while it is being read. */
function world(size: number): World {
  const rows = Array.from({ length: size }, (_, index) => index);
  const pages: number[] = [];
  const warnings: string[] = [];
  return {
    rows,
    pages,
    warnings,
    fetch: ({ totalRows = () => rows.length, before } = {}) =>
      fetchAllRows({
        fetchPage(pageNo) {
          pages.push(pageNo);
          before?.(pageNo);
          const start = (pageNo - 1) * limits.pageSize;
          return Promise.resolve({ totalRows: totalRows(pageNo), rows: rows.slice(start, start + limits.pageSize) });
        },
        key: String,
        warn: (message) => warnings.push(message),
      }),
  };
}

describe('fetchAllRows', () => {
  it.each([0, 1, 999, 1_000, 1_001, 2_500, 12_345])(
    'reads %i rows with as many pages as needed and no more',
    async (size) => {
      const { rows, pages, warnings, fetch } = world(size);
      expect(await fetch()).toEqual(rows);
      expect(pages).toEqual(
        Array.from({ length: Math.max(1, Math.ceil(size / limits.pageSize)) }, (_, index) => index + 1),
      );
      expect(warnings).toEqual([]);
    },
  );

  it.each([0, 5, 1_000, 2_000, 2_500])('reads %i rows of a service that tells no total', async (size) => {
    const { rows, fetch } = world(size);
    expect(await fetch({ totalRows: () => undefined })).toEqual(rows);
  });

  it('reads again when a row vanished while it read, so that none is missed', async () => {
    const { rows, fetch, warnings } = world(2_500);
    let isGone = false;
    const read = await fetch({
      before(pageNo) {
        if (pageNo !== 2 || isGone) return;
        isGone = true;
        rows.splice(3, 1);
      },
    });
    expect(read).toEqual(rows);
    expect(warnings).toEqual([]);
  });

  it('reads again when a row joined in front, so that none is double', async () => {
    const { rows, fetch } = world(2_500);
    let isThere = false;
    const read = await fetch({
      before(pageNo) {
        if (pageNo !== 2 || isThere) return;
        isThere = true;
        rows.unshift(9_999);
      },
    });
    expect(read).toEqual(rows);
  });

  it('stops at an empty page when the total is wrong, and says so', async () => {
    const { rows, pages, warnings, fetch } = world(1_500);
    expect(await fetch({ totalRows: () => 1_000_000_000 })).toEqual(rows);
    expect(pages.length).toBeLessThan(40);
    expect(warnings).toHaveLength(1);
  });

  it('returns each row once when the list never holds still, and says so', async () => {
    const { warnings, fetch } = world(2_500);
    let total = 2_500;
    const read = await fetch({ totalRows: () => total++ });
    expect(new Set(read).size).toBe(read.length);
    expect(warnings).toHaveLength(1);
  });

  it('goes on when the service hands out smaller pages than asked for', async () => {
    const rows = Array.from({ length: 1_234 }, (_, index) => index);
    const read = await fetchAllRows({
      fetchPage: (pageNo) =>
        Promise.resolve({ totalRows: rows.length, rows: rows.slice((pageNo - 1) * 500, pageNo * 500) }),
      key: String,
      warn: () => undefined,
    });
    expect(read).toEqual(rows);
  });

  it('passes on the failure of a page', async () => {
    const failing = fetchAllRows<number>({
      fetchPage: (pageNo) =>
        pageNo === 1
          ? Promise.resolve({ totalRows: 3_000, rows: Array.from({ length: 1_000 }, (_, index) => index) })
          : Promise.reject(new Error(`page ${pageNo}`)),
      key: String,
      warn: () => undefined,
    });
    await expect(failing).rejects.toThrow('page 2');
  });
});
