import type { ListAnswer } from '../schemas/listAnswer';

/**
 * Whether the last row of each page and the first of the next still follow each other: one small call for each pair. A row
 * slips past the reader only when something before it comes or goes between the readings of two pages, which moves what
 * stands there, also when as many came as went and the total is the same. Pairs next to an unreadable row are passed over,
 * as their places cannot be counted.
 */
export async function readBoundaries<Row>(source: RowSource<Row>, pages: readonly ListAnswer<Row>[]): Promise<boolean> {
  let position = 0;
  const pairs = pages.slice(1).flatMap((page, index) => {
    const before = pages[index];
    return before ? [{ before, page }] : [];
  });
  const looks = pairs.map(async ({ before, page }): Promise<boolean> => {
    position += before.rows.length + before.unreadable.length;
    const [last, first] = [before.rows.at(-1), page.rows[0]];
    if (before.unreadable.length + page.unreadable.length > 0 || last === undefined || first === undefined) return true;
    const { pageNo, pageSize, at } = pageAround(position);
    const look = await source.fetchPage(pageNo, pageSize);
    const [seenLast, seenFirst] = [look.rows[at], look.rows[at + 1]];
    if (look.unreadable.length > 0) return true;
    if (look.totalRows !== before.totalRows || seenLast === undefined || seenFirst === undefined) return false;
    return source.key(seenLast) === source.key(last) && source.key(seenFirst) === source.key(first);
  });
  return (await Promise.all(looks)).every(Boolean);
}

/** The smallest page that holds the row at `position` (from 1) and the one after it, and where in it the first one stands. */
function pageAround(position: number): { readonly pageNo: number; readonly pageSize: number; readonly at: number } {
  let pageSize = 2;
  while (position % pageSize === 0) pageSize++;
  return { pageNo: Math.ceil(position / pageSize), pageSize, at: (position - 1) % pageSize };
}

/** A list that is read page by page. */
export interface RowSource<Row> {
  /** Pages count from 1. The service may hand out fewer rows than `pageSize`. */
  fetchPage(pageNo: number, pageSize: number): Promise<ListAnswer<Row>>;
  /** What makes a row the same row when it shows up on two pages. */
  readonly key: (row: Row) => string;
  /** Told when the first page was not all. */
  readonly onMore?: () => void;
}
