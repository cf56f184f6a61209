import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../host/paths.mjs';

interface Problem {
  readonly text: string;
  readonly location?: { readonly file: string; readonly line: number; readonly column: number };
}
interface Matcher {
  readonly pattern: Readonly<
    Record<'regexp', string> & Record<'file' | 'line' | 'column' | 'severity' | 'message', number>
  >;
  readonly background: Readonly<Record<'beginsPattern' | 'endsPattern', string>>;
}

const { problemLine, told } = createRequire(import.meta.url)('../../../esbuild.js') as {
  problemLine: (kind: 'error' | 'warning', problem: Problem) => string;
  told: Readonly<Record<'start' | 'end', string>>;
};
const { tasks } = JSON.parse(fs.readFileSync(path.join(root, '.vscode', 'tasks.json'), 'utf8')) as {
  tasks: readonly { readonly script: string; readonly problemMatcher: readonly (string | Matcher)[] }[];
};
const matchers = tasks.find(({ script }) => script === 'watch')?.problemMatcher ?? [];
const matcher = matchers.find((one) => typeof one === 'object')!;

describe('the watch task', () => {
  it('reads the type checker too', () => {
    expect(matchers).toContain('$tsc-watch');
  });

  it('knows when the bundler begins and when it is done', () => {
    const { beginsPattern, endsPattern } = matcher.background;
    expect(told.start).toMatch(new RegExp(beginsPattern));
    expect(told.end).toMatch(new RegExp(endsPattern));
    expect(told.start).not.toMatch(new RegExp(endsPattern));
  });

  it.each(['error', 'warning'] as const)('finds file, line and column of an %s of the bundler', (kind) => {
    const location = { file: 'src/text/plain.ts', line: 28, column: 23 };
    const { regexp, file, line, column, severity, message } = matcher.pattern;
    const found = new RegExp(regexp).exec(problemLine(kind, { text: 'Unexpected ";"', location })) ?? [];
    expect([file, line, column, severity, message].map((group) => found[group])).toEqual([
      'src/text/plain.ts',
      '28',
      '24',
      kind,
      'Unexpected ";"',
    ]);
  });

  it('takes no other line for a problem', () => {
    for (const text of [told.start, told.end, problemLine('error', { text: 'no file' })])
      expect(text).not.toMatch(new RegExp(matcher.pattern.regexp));
  });
});
