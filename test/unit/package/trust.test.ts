import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** What is called with a title and a body: `it` of `it(…)`, `it.each(…)(…)` and the like, with the words behind its dots. */
function calleeOf(node: ts.Expression): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) return [...calleeOf(node.expression), node.name.text];
  return ts.isCallExpression(node) ? calleeOf(node.expression) : [];
}

/** Titles of the tests of a file that run: none of those that are skipped, or that stand in a block that is. */
function titlesOf(text: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [name = '', ...ways] = calleeOf(node.expression);
      const isBlock = ['it', 'test', 'describe'].includes(name);
      // Whether `skipIf` and `runIf` run a test is known on each machine only.
      if (isBlock && ways.some((way) => ['skip', 'todo', 'fails', 'skipIf', 'runIf'].includes(way))) return;
      const [title, body] = node.arguments;
      if (isBlock && name !== 'describe' && title && body && ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('of.test.ts', text, ts.ScriptTarget.Latest));
  return titles.map((title) => title.replaceAll(/\s+/g, ' '));
}

it('every rule of trust names a test that runs', () => {
  const page = readFileSync('docs/trust.md', 'utf8').replaceAll(/\s+/g, ' ');
  const named = [...page.matchAll(/(?<=[\s>])_(.+?)_(?=\s|$)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(50);
  const files = globSync('test/**/*.test.ts').map((file) => readFileSync(file, 'utf8'));
  const titles = new Set(files.flatMap(titlesOf));
  expect(named.filter((name) => !titles.has(name))).toEqual([]);
});

it('a test is known by its title: not by a text in a file, and not when it is skipped', () => {
  const file = `
    // _in a comment_
    const text = 'in a text';
    it('plain', () => undefined);
    test('as test', () => undefined);
    describe('block', () => it.each([1])('of each %s', () => undefined));
    it.each<[string]>([['a']])(
      'of each typed',
      () => undefined,
    );
    it.skip('skipped', () => undefined);
    it.todo('to do');
    it('without a body');
    describe.skip('skipped block', () => it('inside', () => undefined));
    it.skipIf(true)('skipped by a condition', () => undefined);
  `;
  expect(titlesOf(file)).toEqual(['plain', 'as test', 'of each %s', 'of each typed']);
});
