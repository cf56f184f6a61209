import type { Params } from '../wire/params';

/** The filters of a list action: parameter name → does this row match the value (or any of the values)? */
export interface Filters<Row> {
  readonly texts?: Readonly<Record<string, (row: Row, value: string) => boolean>>;
  readonly lists?: Readonly<Record<string, (row: Row, values: ReadonlySet<string>) => boolean>>;
}

/** Rows that pass every filter that was given; parameters without a filter are ignored, as the service ignores them. */
export function selectRows<Row>(rows: readonly Row[], params: Params, { texts = {}, lists = {} }: Filters<Row>): Row[] {
  let selected = [...rows];
  for (const [name, matches] of Object.entries(texts)) {
    const value = params.text(name);
    if (value !== undefined) selected = selected.filter((row) => matches(row, value));
  }
  for (const [name, matches] of Object.entries(lists)) {
    const values = new Set(params.list(name));
    if (values.size > 0) selected = selected.filter((row) => matches(row, values));
  }
  return selected;
}
