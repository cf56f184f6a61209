import { limits } from './limits';
import type { ListAnswer } from './schemas/listAnswer';

/** A list that is read page by page. */
export interface RowSource<Row> {
  /** Pages count from 1 and hold {@link limits.pageSize} rows. */
  fetchPage(pageNo: number): Promise<ListAnswer<Row>>;
  /** What makes a row the same row when it shows up on two pages. */
  readonly key: (row: Row) => string;
  warn(message: string): void;
}

/** Pages asked for at the same time. */
const parallel = 8;
const rounds = 3;

/**
 * All rows of a paged list: the first page tells how many there are, the rest come in parallel.
 * Rows that come and go between two pages shift the others, so one may be seen twice and another never: the list is then
 * read again, and after three inconsistent rounds the last one is returned with a warning.
 */
export async function fetchAllRows<Row>(source: RowSource<Row>): Promise<Row[]> {
  for (let round = 1; ; round++) {
    const { rows, totals } = await fetchRound(source);
    const unique = new Map(rows.map((row) => [source.key(row), row]));
    const [total, ...others] = totals;
    // An unchanged total is asked for as well: a row gone from an earlier page hides one that slipped past the later ones.
    const isWhole = others.length === 0 && unique.size === rows.length && (total ?? rows.length) === rows.length;
    if (isWhole) return rows;
    if (round === rounds) {
      source.warn(
        `the list kept changing while it was read: ${unique.size} rows, ${[...totals].join(' or ')} announced`,
      );
      return [...unique.values()];
    }
  }
}

/** `totals`: every number of rows the pages announced; undefined is one when the service tells none. */
async function fetchRound<Row>(source: RowSource<Row>): Promise<{ rows: Row[]; totals: Set<number | undefined> }> {
  const first = await source.fetchPage(1);
  const rows = [...first.rows];
  const totals = new Set([first.totalRows]);
  let last = first;
  for (let next = 2; isMore(rows.length, last);) {
    const left = last.totalRows === undefined ? 1 : Math.ceil((last.totalRows - rows.length) / limits.pageSize);
    const width = Math.min(parallel, left);
    const start = next;
    const pages = await Promise.all(Array.from({ length: width }, (_, offset) => source.fetchPage(start + offset)));
    for (const page of pages) {
      rows.push(...page.rows);
      totals.add(page.totalRows);
      last = page;
    }
    next += width;
  }
  return { rows, totals };
}

/** Whether another page is to be asked for. An empty page is the end, whatever the total says. */
function isMore(have: number, last: ListAnswer<unknown>): boolean {
  if (last.rows.length === 0) return false;
  return last.totalRows === undefined ? isFull(last) : have < last.totalRows;
}

function isFull(page: ListAnswer<unknown>): boolean {
  return page.rows.length >= limits.pageSize;
}
