import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every test that the page of rules names is there', () => {
  const page = readFileSync('docs/trust.md', 'utf8').replaceAll(/\s+/g, ' ');
  const named = [...page.matchAll(/(?<=[\s>])_(.+?)_(?=\s|$)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(30);
  const tests = globSync('test/**/*.test.ts')
    .filter((file) => !file.endsWith('trust.test.ts'))
    .map((file) => readFileSync(file, 'utf8').replaceAll(/\s+/g, ' '))
    .join('\n');
  expect(named.filter((name) => !tests.includes(name))).toEqual([]);
});
