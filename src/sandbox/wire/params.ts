import { unconfirmed } from '../unconfirmed';
import { refuse } from './refuse';

/** The parameters of one call, whether they came in the query or in the form. Empty values count as absent. */
export class Params {
  private readonly values = new Map<string, string>();

  constructor(pairs: Iterable<readonly [string, string]>) {
    for (const [name, value] of pairs) {
      if (value !== '' && !this.values.has(name)) this.values.set(name, value);
    }
  }

  has(name: string): boolean {
    return this.values.has(name) || this.list(name).length > 0;
  }

  text(name: string): string | undefined {
    return this.values.get(name);
  }

  /** Like `text`, for parameters that were checked to be there. */
  need(name: string): string {
    const value = this.values.get(name);
    if (value === undefined) throw refuse.missing(name);
    return value;
  }

  /** `name.1`, `name.2`, …; other numbers than these are refused. */
  list(name: string): string[] {
    const prefix = `${name}.`;
    const numbered = new Map<string, string>();
    for (const [key, value] of this.values) {
      if (key.startsWith(prefix) && /^\d+$/.test(key.slice(prefix.length)))
        numbered.set(key.slice(prefix.length), value);
    }
    const items = unconfirmed.listItems(numbered);
    if (!items) throw refuse.invalid(name, 'its items are not numbered 1, 2, 3 and so on without a gap.');
    return items;
  }

  /** A whole number of `least` … `most`; anything else is refused. */
  integer(name: string, least: number, most: number): number | undefined {
    const text = this.values.get(name);
    if (text === undefined) return undefined;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most)) {
      throw refuse.invalid(name, `${text} is not an integer between ${least} and ${most}.`);
    }
    return value;
  }

  boolean(name: string): boolean | undefined {
    const text = this.values.get(name);
    if (text === undefined) return undefined;
    const value = unconfirmed.booleanOf(text);
    if (value === undefined) throw refuse.invalid(name, `${text} is neither true nor false.`);
    return value;
  }

  toJSON(): Record<string, string> {
    return Object.fromEntries(this.values);
  }
}
