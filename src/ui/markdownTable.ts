/** A name and its value; rows without a value are left out. */
export type TableRow = readonly [name: string, value: string | undefined];

/** Keeps a text inside its cell. Documents are read as they are written, so nothing else of it is touched. */
function cellText(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

/** A two-column Markdown table without a heading; `escape` is {@link cellText} for documents and `plain` for tooltips. */
export function tableText(rows: readonly TableRow[], escape: (text: string) => string = cellText): string {
  const known = rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== '');
  return ['| | |', '|:--|:--|', ...known.map(([name, value]) => `| ${escape(name)} | ${escape(value)} |`)].join('\n');
}
