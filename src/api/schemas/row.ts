import * as v from 'valibot';
import { isRecord } from '../answers/readBody';

type Fields = Readonly<Record<string, unknown>>;

/** A schema of a row, with the step that does its work: a list of thousands is read without a schema's own work for each. */
export interface RowSchema<Row> extends v.GenericSchema<unknown, Row> {
  readonly readRow: (wire: Fields) => Row | BadField;
}

/** The field that makes a row unreadable, and why, in our own words: `is missing`. */
export class BadField {
  constructor(
    readonly field: string,
    readonly why: string,
  ) {}
}

/** Ends the reading of a row by throwing its {@link BadField}. */
export function refuseRow(field: string, why: string): never {
  // No Error: its stack takes several times as long as reading the row, and a page may hold 10,000 that nobody can read.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw new BadField(field, why);
}

/**
 * A schema of the row that `make` returns; fields that it does not name are left out. `make` writes each field out, so that all rows
 * of a list are objects of one kind: a region has 300,000 fields, and with a loop over the fields of a row, or a schema for each of
 * them, reading them took longer than JSON.parse.
 */
export function row<Row>(make: (wire: Fields) => Row): RowSchema<Row> {
  const readRow = (wire: Fields): Row | BadField => {
    try {
      return make(wire);
    } catch (error) {
      if (error instanceof BadField) return error;
      throw error;
    }
  };
  const schema = v.pipe(
    v.custom<Fields>(isRecord, 'is no object'),
    v.rawTransform(({ dataset: { value: wire }, addIssue, NEVER }): Row => {
      const read = readRow(wire);
      if (!(read instanceof BadField)) return read;
      const { field, why } = read;
      addIssue({
        message: why,
        path: [{ type: 'object', origin: 'value', input: wire, key: field, value: wire[field] }],
      });
      return NEVER;
    }),
  );
  return { ...schema, readRow };
}
