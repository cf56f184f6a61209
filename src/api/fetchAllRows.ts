import { limits } from './limits';
import type { ListAnswer } from './schemas/listAnswer';

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
    const { rows, expected } = await fetchRound(source);
    const unique = new Map(rows.map((row) => [source.key(row), row]));
    const isWhole = unique.size === rows.length && (expected === undefined || unique.size === expected);
    if (isWhole) return rows;
    if (round === rounds) {
      source.warn(`the list kept changing while it was read: ${unique.size} rows, ${expected ?? '?'} announced`);
      return [...unique.values()];
    }
  }
}

/** `expected` is the latest total; undefined when the service tells none. */
async function fetchRound<Row>(source: RowSource<Row>): Promise<{ rows: Row[]; expected: number | undefined }> {
  const first = await source.fetchPage(1);
  const rows = [...first.rows];
  let expected = first.totalRows;
  let isMore = first.rows.length > 0 && (expected === undefined ? isFull(first) : rows.length < expected);
  for (let next = 2; isMore; next += parallel) {
    const left = expected === undefined ? 1 : Math.ceil((expected - rows.length) / limits.pageSize);
    const width = Math.min(parallel, Math.max(1, left));
    const pages = await Promise.all(Array.from({ length: width }, (_, offset) => source.fetchPage(next + offset)));
    for (const page of pages) rows.push(...page.rows);
    const last = pages.at(-1);
    expected = last?.totalRows ?? expected;
    const isAtEnd = pages.some((page) => page.rows.length === 0) || (last !== undefined && !isFull(last));
    isMore = !isAtEnd && (expected === undefined || rows.length < expected);
    next += width - parallel;
  }
  return { rows, expected };
}

function isFull(page: ListAnswer<unknown>): boolean {
  return page.rows.length >= limits.pageSize;
}
