import { createInterface } from 'node:readline';

/**
 * Reads a child's standard output line by line until `match` gives something, and goes on reading so that the child
 * never blocks on a full pipe. Rejects when the child ends first or `timeout` ms pass.
 * @template T
 * @param {import('node:child_process').ChildProcess} child
 * @param {(line: string) => T | null | undefined} match
 * @param {number} timeout
 * @param {{ write(text: string): unknown }} [log] gets every line
 * @returns {Promise<T>}
 */
export function readLines(child, match, timeout, log) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`nothing after ${timeout} ms`)), timeout);
    const settle = (action) => {
      clearTimeout(timer);
      action();
    };
    createInterface({ input: child.stdout }).on('line', (line) => {
      log?.write(`${line}\n`);
      const found = match(line);
      if (found) settle(() => resolve(found));
    });
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code, signal) => settle(() => reject(new Error(`it ended (${signal ?? code})`))));
  });
}
