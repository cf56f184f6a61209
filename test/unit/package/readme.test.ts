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
    const named = emphasised(text).filter((title) => !/^(Extensions|Welcome): /.test(title));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((title) => !known.has(title))).toEqual([]);
  });
});

/** What a page is made of, whatever its language: headings by level, rows of tables, points of lists, paragraphs with a bold lead. */
function outlineOf(text: string): string[] {
  const blocks = text.replaceAll(/```[\s\S]*?```/g, '```').split('\n');
  return blocks.flatMap((line) => {
    if (/^\|(?! ?[-:])/.test(line)) return 'row';
    return /^(#+|- |\*\*|```)/.exec(line)?.[1] ?? [];
  });
}

describe('the READMEs', () => {
  it('have the same parts in the same order, in both languages', () => {
    const [own, other] = readmes.map(({ text }) => outlineOf(text));
    expect(own?.length).toBeGreaterThan(60);
    expect(other).toEqual(own);
  });

  it('are for users: what is in src/ or test/ is not told', () => {
    for (const { text } of readmes)
      expect(text.replaceAll(/\]\([^)]+\)/g, '')).not.toMatch(/`(?:src|test)\/|`npm run (?!-s sandbox)/);
  });
});

describe('docs/sandbox.md', () => {
  it('names every fault of the sandbox', () => {
    const page = fs.readFileSync(path.join(root, 'docs', 'sandbox.md'), 'utf8');
    const missing = Object.keys(faultEffects).filter((fault) => !page.includes(`\`${fault}\``));
    expect(missing).toEqual([]);
  });
});
