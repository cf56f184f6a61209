import { printable } from '../text/printable';
import { copyColumns, type CopyRow } from './copyRow';

/** More than any name or description of the service. In characters. */
const longestCell = 10_000;

/** The addresses of a selection as CSV. */
export function csvText(rows: readonly CopyRow[]): string {
  return csvTable(
    copyColumns,
    rows.map((row) => copyColumns.map((column) => row[column])),
  );
}

/** The same of any table: a line of names, then a line for each row. */
export function csvTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((cells) => `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`).join('');
}

/**
 * Spreadsheets run what begins like a formula, in full width as well: an apostrophe before it makes it text. Some separate
 * cells by semicolon, so one in a text must not begin another cell.
 */
function csvCell(text: string): string {
  const line = printable(text, longestCell);
  const guarded = /^\s*[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
  return /[",;]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
