import path from 'node:path';
import { expect } from 'vitest';

/** Compares a text with `__golden__/<name>` beside the test; `vitest run -u` writes it anew. */
export async function expectGolden(testFile: string, name: string, lines: readonly string[] | string): Promise<void> {
  const text = typeof lines === 'string' ? lines : lines.join('\n');
  await expect(`${text.trimEnd()}\n`).toMatchFileSnapshot(path.join(path.dirname(testFile), '__golden__', name));
}
