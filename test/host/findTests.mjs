import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * The test files of a suite, relative to the repository; the same rule as vitest's and the build's globs.
 * @param {string} suite folder under test/
 */
export function findTests(suite) {
  return fs.globSync(`test/${suite}/**/*.test.ts`, { cwd: root }).map((file) => file.split(path.sep).join('/'));
}
