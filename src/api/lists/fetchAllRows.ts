import { limits } from '../limits';
import { readBoundaries, type RowSource } from './readBoundaries';
import type { ListAnswer, UnreadableRow } from '../schemas/listAnswer';
import type { ReadList } from './takeRows';

/** Pages asked for at the same time. */
const parallel = 10;
const rounds = 3;

/** All pages of a list, read once. */
interface Round<Row> {
  readonly pages: readonly ListAnswer<Row>[];
  /** Each once, as it was seen first: where one is seen twice, the list is read again. */
  readonly rows: Row[];
  readonly unreadable: readonly UnreadableRow[];
  /** Rows that came, repeated and unreadable ones too. */
  readonly size: number;
  readonly isCut: boolean;
}

/**
 * All rows of a paged list: the first page tells how many there are, the rest come in parallel, and where two pages meet is
 * looked at once more. Rows that come and go between two pages shift the others, so one may be seen twice and another never:
 * the list is then read again, and after three such rounds the last one is taken, with `isUnsteady`. Ends when a page brings
 * no new row, and with `isCut` after {@link limits.listRows}.
 *
 * What it cannot notice: a row that slipped past while a page was read, when by the time of the second look other changes in
 * front of it have put every boundary and the total back to what they were.
 */
export async function fetchAllRows<Row>(source: RowSource<Row>): Promise<ReadList<Row>> {
  for (let round = 1; ; round++) {
    const boundaries = readBoundaries(source);
    const read = await fetchRound(source, boundaries.follow);
    const { rows, unreadable, isCut } = read;
    const isSteady = isCut || (isConsistent(read) && (await boundaries.areSteady()));
    if (!isSteady && round < rounds) continue;
    if (rows.length > limits.listRows) rows.length = limits.listRows;
    return { rows, gap: { unreadable, isCut, isUnsteady: !isSteady } };
  }
}

/** `follow` is told of each page in their order, as soon as those before it are there. */
async function fetchRound<Row>(source: RowSource<Row>, follow: (page: ListAnswer<Row>) => void): Promise<Round<Row>> {
  const pages: ListAnswer<Row>[] = [];
  const rows: Row[] = [];
  const keys = new Set<string>();
  const unreadable: UnreadableRow[] = [];
  let size = 0;
  /** Whether it was worth asking for. */
  const take = (page: ListAnswer<Row>): boolean => {
    const known = rows.length + unreadable.length;
    pages.push(page);
    size += sizeOf(page);
    for (const row of page.rows) {
      // By the size: asking for each key before it is added would be as much work again.
      const { size: before } = keys;
      if (keys.add(source.key(row)).size > before) rows.push(row);
    }
    for (const row of page.unreadable) unreadable.push(row);
    // With a row that was there before, the round is for nothing.
    if (rows.length + unreadable.length === size) follow(page);
    return rows.length + unreadable.length > known;
  };

  let last = await source.fetchPage(1, limits.pageSize);
  let isMore = take(last) && hasMore(size, last);
  if (isMore) source.onMore?.();
  while (isMore && size < limits.listRows) {
    const next = pages.length + 1;
    const width = Math.min(parallel, pagesLeft(size, last));
    const fetching = Array.from({ length: width }, (_, offset) => source.fetchPage(next + offset, limits.pageSize));
    const takeInTurn = async (): Promise<boolean> => {
      let isNew = true;
      for (const fetched of fetching) {
        last = await fetched;
        isNew = isNew && take(last);
      }
      return isNew;
    };
    // Together, so that the first failure ends it.
    const [areNew] = await Promise.all([takeInTurn(), ...fetching]);
    isMore = areNew && hasMore(size, last);
  }
  return { pages, rows, unreadable, size, isCut: isMore || size > limits.listRows };
}

/** Whether the pages fit together: none twice, as many as were announced, and all announced the same. */
function isConsistent({ pages, rows, unreadable, size }: Round<unknown>): boolean {
  const [first] = pages;
  return (
    rows.length + unreadable.length === size &&
    // An unchanged total is asked for as well: a row gone from an earlier page hides one that slipped past the later ones.
    pages.every(({ totalRows }) => totalRows === first?.totalRows) &&
    (first?.totalRows ?? size) === size
  );
}

/** Pages that may still hold something, as far as it was announced. */
function pagesLeft(size: number, { totalRows }: ListAnswer<unknown>): number {
  if (totalRows === undefined) return 1;
  return Math.ceil((Math.min(totalRows, limits.listRows) - size) / limits.pageSize);
}

/** Whether another page is to be asked for. An empty page is the end, whatever the total says. */
function hasMore(size: number, last: ListAnswer<unknown>): boolean {
  if (sizeOf(last) === 0) return false;
  return last.totalRows === undefined ? sizeOf(last) >= limits.pageSize : size < last.totalRows;
}

function sizeOf({ rows, unreadable }: ListAnswer<unknown>): number {
  return rows.length + unreadable.length;
}
