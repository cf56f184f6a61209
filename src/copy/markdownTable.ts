import { copyColumns, type CopyRow } from './copyRow';

/** Rows as a Markdown table. Names are text, whatever they look like. */
export function markdownTable(rows: readonly CopyRow[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(copyColumns),
    line(copyColumns.map(() => ':--')),
    ...rows.map((row) => line(copyColumns.map((column) => escapeCell(row[column])))),
  ].join('\n');
}

/** A cell is one line; everything Markdown or HTML gives a meaning to is escaped. */
function escapeCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~&#!$]/g, '\\$&');
}
