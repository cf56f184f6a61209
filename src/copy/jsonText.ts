import type { CopyRow } from './copyRow';

/** Rows as a JSON array, two blanks deep; what is not there is left out. */
export function jsonText(rows: readonly CopyRow[]): string {
  const present = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));
  return JSON.stringify(present, null, 2);
}
