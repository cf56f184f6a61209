import { plain } from './plain';

/** A Markdown table. Cells are text on one line, whatever they look like. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    columns.map((name) => plain(name)),
    columns.map(() => ':--'),
    ...rows.map((row) => row.map((cell) => plain(cell))),
  ]
    .map(line)
    .join('\n');
}
