import * as v from 'valibot';
import { count, list } from './fields';

/** Rows of a list action. `totalRows` counts all matches, not this page; undefined when the service left it out. */
export interface ListAnswer<Row> {
  readonly totalRows: number | undefined;
  readonly rows: readonly Row[];
}

/** The inside of `<action>Response` of an action that answers a list called `name`. */
export function listAnswer<Row>(
  name: string,
  row: v.GenericSchema<unknown, Row>,
): v.GenericSchema<unknown, ListAnswer<Row>> {
  const entries: v.ObjectEntries = { totalRows: count, [name]: list(row) };
  return v.pipe(
    v.object(entries),
    v.transform((wire) => ({ totalRows: wire.totalRows as number | undefined, rows: wire[name] as Row[] })),
  );
}
