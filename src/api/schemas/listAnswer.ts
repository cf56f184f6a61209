import * as v from 'valibot';
import { limits } from '../limits';
import { isRecord } from '../answers/readBody';
import { count, listItems } from './fields';
import { BadField, type RowSchema } from './row';

/** A row that nobody can read: it is left out of the list and reported. */
export interface UnreadableRow {
  /** Its place in the answer, from 0. */
  readonly index: number;
  /** Its number, where that much can be read. */
  readonly key?: string;
  /** The field and what is wrong with it: `secondaryIpList is missing`. */
  readonly why: string;
}

/** Rows of a list action. `totalRows` counts all matches, not this page; undefined when the service left it out. */
export interface ListAnswer<Row> {
  readonly totalRows: number | undefined;
  /** False when the answer has no such list at all, which only a {@link ListDemand} of `nothing` lets pass. */
  readonly hasList: boolean;
  readonly rows: readonly Row[];
  readonly unreadable: readonly UnreadableRow[];
}

/** A list as its action answers it, and what tells its rows apart. */
export interface WireList<Row> {
  readonly name: string;
  readonly key: keyof Row & string;
  readonly row: RowSchema<Row>;
}

/**
 * What must be there. `rows`: the list, with rows unless `totalRows` is 0 or left out, and not all of them unreadable. `list`:
 * a later page, which may be empty when rows went. `nothing`: the answer to a change, whose documents do not promise a list.
 */
export type ListDemand = 'rows' | 'list' | 'nothing';

/**
 * The inside of `<action>Response` of an action that answers this list. Rows are read one by one: an unreadable one costs
 * itself, not the others.
 */
export function listAnswer<Row>(
  { name, key, row }: WireList<Row>,
  demand: ListDemand,
): v.GenericSchema<unknown, ListAnswer<Row>> {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isRecord, 'is no object'),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): ListAnswer<Row> => {
      const totalRows = count(value.totalRows);
      const items = listItems(value[name]);
      const { rows, unreadable } = readRows(items ?? [], key, row);
      const flaw = findFlaw(items, totalRows, demand) ?? findAllUnreadable(rows, unreadable, demand);
      if (flaw === undefined) return { totalRows, hasList: items !== undefined, rows, unreadable };
      addIssue({ message: flaw, path: [{ type: 'unknown', origin: 'value', input: value, key: name, value: items }] });
      return NEVER;
    }),
  );
}

function findFlaw(
  items: readonly unknown[] | undefined,
  totalRows: number | undefined,
  demand: ListDemand,
): string | undefined {
  if (!items) return demand === 'nothing' ? undefined : 'is missing';
  if (items.length > limits.answerRows) return `has more than ${limits.answerRows} rows`;
  return demand === 'rows' && items.length === 0 && totalRows
    ? `is empty, though totalRows is ${totalRows}`
    : undefined;
}

function findAllUnreadable(
  rows: readonly unknown[],
  [first]: readonly UnreadableRow[],
  demand: ListDemand,
): string | undefined {
  if (demand !== 'rows' || rows.length > 0 || !first) return undefined;
  return `has no row that can be read: ${first.why}`;
}

function readRows<Row>(
  items: readonly unknown[],
  key: string,
  row: RowSchema<Row>,
): { readonly rows: Row[]; readonly unreadable: UnreadableRow[] } {
  const rows: Row[] = [];
  const unreadable: UnreadableRow[] = [];
  // More are refused without being read.
  if (items.length > limits.answerRows) return { rows, unreadable };
  items.forEach((item, index) => {
    if (!isRecord(item)) {
      unreadable.push({ index, why: 'is no object' });
      return;
    }
    const read = row.readRow(item);
    if (read instanceof BadField) unreadable.push({ index, ...keyOf(item[key]), why: `${read.field} ${read.why}` });
    else rows.push(read);
  });
  return { rows, unreadable };
}

/** Numbers of the service have up to twenty digits, codes fewer letters: anything longer may be what it is not to repeat. */
function keyOf(value: unknown): { readonly key?: string } {
  const key = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return /^(?:\d{1,20}|[\w-]{1,16})$/.test(key) ? { key } : {};
}
