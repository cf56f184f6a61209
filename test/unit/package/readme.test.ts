import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../../package.nls.json';
import korean from '../../../package.nls.ko.json';
import { faultEffects } from '../../../src/sandbox/faults/faultEffects';
import { root } from '../../host/paths.mjs';

const readmes = [
  { file: 'README.md', titles: english },
  { file: 'README.ko.md', titles: korean },
].map(({ file, titles }) => ({ file, titles, text: fs.readFileSync(path.join(root, file), 'utf8') }));

/** Rows of all tables, rules left out. */
const rowsOf = (text: string): string[] => text.split('\n').filter((line) => /^\|(?! ?[-:])/.test(line));
const emphasised = (text: string): string[] =>
  [...text.matchAll(/[_*]([^_*\n]+…)[_*]/g)].map(([, words]) => words ?? '');

describe.each(readmes)('$file', ({ text, titles }) => {
  it('shows pictures and links to files that exist', () => {
    const targets = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? '');
    const missing = targets.filter((target) => !target.includes('://') && !fs.existsSync(path.join(root, target)));
    expect(targets.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });

  it('calls commands by their titles', () => {
    const known = new Set(Object.values(titles));
    const named = emphasised(text).filter((title) => !title.startsWith('Welcome:'));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((title) => !known.has(title))).toEqual([]);
  });
});

describe('the READMEs', () => {
  it('name every fault of the sandbox', () => {
    const missing = Object.keys(faultEffects).filter((fault) => !readmes[0]?.text.includes(`\`${fault}\``));
    expect(missing).toEqual([]);
  });

  it('have a row for everything one may want to do, in both languages', () => {
    const counts = readmes.map(({ text }) => {
      const rows = rowsOf(text);
      const end = rows.findIndex((row) => row.includes('| Setting'));
      return (end === -1 ? rows : rows.slice(0, end)).length;
    });
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(10);
  });
});
