import { limits } from '../limits';
import type { ListAnswer } from '../schemas/listAnswer';

/** Looks at where the pages of a list meet. */
export interface Boundaries<Row> {
  /** Takes the next page, and looks at where it meets the one before. */
  readonly follow: (page: ListAnswer<Row>) => void;
  /** Whether every look showed what the pages say. Throws what a look throws. */
  areSteady(): Promise<boolean>;
}

/**
 * Whether the last row of each page and the first of the next still follow each other: one small call for each pair, as soon as
 * both are read. A row slips past the reader only when something before it comes or goes between the readings of two pages,
 * which moves what stands there, also when as many came as went and the total is the same. Pairs next to an unreadable row are
 * passed over, as their places cannot be counted.
 */
export function readBoundaries<Row>(source: RowSource<Row>): Boundaries<Row> {
  const looks: Promise<boolean>[] = [];
  /** What waits until all pages are there: a list may be cut, whose boundaries nobody needs. */
  const later: (() => Promise<boolean>)[] = [];
  let before: ListAnswer<Row> | undefined;
  let position = 0;

  async function look(last: ListAnswer<Row>, next: ListAnswer<Row>, place: number): Promise<boolean> {
    const [lastRow, nextRow] = [last.rows.at(-1), next.rows[0]];
    if (last.unreadable.length + next.unreadable.length > 0 || lastRow === undefined || nextRow === undefined)
      return true;
    const { pageNo, pageSize, at } = pageAround(place);
    const seen = await source.fetchPage(pageNo, pageSize);
    const [seenLast, seenNext] = [seen.rows[at], seen.rows[at + 1]];
    if (seen.unreadable.length > 0) return true;
    if (seen.totalRows !== last.totalRows || seenLast === undefined || seenNext === undefined) return false;
    return source.key(seenLast) === source.key(lastRow) && source.key(seenNext) === source.key(nextRow);
  }

  return {
    follow(page) {
      if (before) {
        const [last, place] = [before, position];
        if (isWhole(page) && page.totalRows === last.totalRows) looks.push(started(look(last, page, place)));
        else later.push(() => look(last, page, place));
      }
      position += page.rows.length + page.unreadable.length;
      before = page;
    },
    areSteady: async () => (await Promise.all([...looks, ...later.map((one) => one())])).every(Boolean),
  };
}

/** Whether as many rows were announced as are read. */
function isWhole({ totalRows = Infinity }: ListAnswer<unknown>): boolean {
  return totalRows <= limits.listRows;
}

/** Whoever waits for it later is told of a failure; until then it is nobody's. */
function started<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
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
