import { plain } from './plain';

/** A name and its value; rows without a value are left out. */
export type TableRow = readonly [name: string, value: string | undefined];

/** A two-column Markdown table without a heading. Nothing in it may act as Markdown. */
export function tableText(rows: readonly TableRow[]): string {
  const known = rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== '');
  return ['| | |', '|:--|:--|', ...known.map(([name, value]) => `| ${plain(name)} | ${plain(value)} |`)].join('\n');
}
