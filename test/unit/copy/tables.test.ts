import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyColumns, type CopyRow } from '../../../src/copy/copyRow';
import { csvText } from '../../../src/copy/csvText';
import { copyFormats, type CopyMaterial } from '../../../src/copy/copyFormats';

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    '-1',
    'a,b',
    'a;=1+1',
    ' =1+1',
    '"',
    '""',
    'a\r\nb',
    ' a',
    '|',
    '\\|',
    '\\',
    '`x`',
    '웹 서버',
    '＝1',
    '',
  ),
);
const row: fc.Arbitrary<CopyRow> = fc.record({
  ...(Object.fromEntries(copyColumns.map((column) => [column, cell])) as Record<keyof CopyRow, typeof cell>),
  role: fc.constantFrom('primary', 'secondary'),
});
const cellsOf = (one: CopyRow): string[] => copyColumns.map((column) => one[column]);

/** As Copy As makes it of these rows. */
const markdownTable = (rows: readonly CopyRow[]): string => copyFormats.markdown({ rows } as CopyMaterial);

/** RFC 4180 read by its grammar: a record of fields, quoted or not, ended by CRLF. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < text.length) {
    const [, quoted, bare, end] = field.exec(text) ?? [];
    if (end === undefined) throw new Error('not RFC 4180');
    record.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

describe('CSV', () => {
  it('gives every cell back as it was, but for the guard before formulas', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const [header, ...read] = readCsv(csvText(rows));
        expect(header).toEqual([...copyColumns]);
        const unguarded = read.map((cells, at) =>
          cells.map((text, column) => {
            const original = cellsOf(rows[at]!)[column]!;
            return text === `'${original}` && /^\s*[=+\-@＝＋－＠]/.test(original) ? original : text;
          }),
        );
        expect(unguarded).toEqual(rows.map((one) => cellsOf(one).map((text) => text.replaceAll('\r\n', ' '))));
      }),
      { numRuns: 500 },
    );
  });

  it('has no cell a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3 }), (rows) => {
        for (const text of readCsv(csvText(rows)).flat()) expect(text).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
      { numRuns: 500 },
    );
  });
});

it('CSV has no second cell where a spreadsheet separates by semicolon', () => {
  const [nothing] = fc.sample(row, { numRuns: 1, seed: 1 });
  expect(csvText([{ ...nothing!, name: 'web;=cmd|calc' }])).toContain(',"web;=cmd|calc",');
});

describe('a Markdown table', () => {
  /** GitHub's rule: a row is cut at pipes that no backslash escapes. */
  const readRow = (line: string): string[] =>
    [...line.slice(1, -1).matchAll(/((?:[^\\|]|\\.)*)(?:\||$)/g)]
      .map(([, text = '']) => text.trim().replace(/\\([^A-Za-z0-9\s])/g, '$1'))
      .slice(0, copyColumns.length);

  it('gives every cell back on one line each', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        if (rows.length === 0) return;
        const [header, rule, ...lines] = markdownTable(rows).split('\n');
        expect(readRow(header!)).toEqual([...copyColumns]);
        expect(rule).toMatch(/^(\| :-- )+\|$/);
        expect(lines.map(readRow)).toEqual(
          rows.map((one) =>
            cellsOf(one).map((text) =>
              text
                .replace(/\s*[\r\n]\s*/g, ' ')
                // A blank takes what looks like a tag apart.
                .replace(/<(?=[\p{L}\p{N}/!?])/gu, '< ')
                .trim(),
            ),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('lets no name become a link, an image, code or HTML', () => {
    const [nothing] = fc.sample(row, { numRuns: 1, seed: 1 });
    const text = markdownTable([{ ...nothing!, name: '![x](y) <b> `c` &amp; **d**' }]);
    expect(text).toContain('!\\[x\\]\\(y) \\< b> \\`c\\` \\&amp; \\*\\*d\\*\\*');
  });
});
