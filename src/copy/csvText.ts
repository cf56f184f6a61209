import { copyColumns, type CopyRow } from './copyRow';

/** Rows as CSV (RFC 4180: CRLF, quotes doubled) with a header line, ended by a line break. */
export function csvText(rows: readonly CopyRow[]): string {
  const lines = [copyColumns, ...rows.map((row) => copyColumns.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`).join('');
}

/** Spreadsheets run what begins like a formula, in full width as well: an apostrophe before it makes it text. */
function csvCell(text: string): string {
  const guarded = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
