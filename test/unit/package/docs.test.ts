import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../host/paths.mjs';

/** `file: first line` of every exported statement of a source file that has no doc sentence over it. */
function undocumented(file: string): string[] {
  const text = fs.readFileSync(path.join(root, 'src', file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(
      (one) =>
        ts.canHaveModifiers(one) && ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    )
    .filter((one) => ts.getJSDocCommentsAndTags(one).length === 0)
    .map((one) => `${file}: ${one.getText().split('\n')[0]}`);
}

describe('the source', () => {
  it('has a sentence over everything that it exports', () => {
    const files = fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => file.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap(undocumented)).toEqual([]);
  });
});
