import path from 'node:path';
import { projectNode, root } from './paths.mjs';
import { endGroup, spawnGroup } from './processes.mjs';
import { readLines } from './readLines.mjs';

/**
 * Starts the built sandbox (dist/sandbox.js) on a free loopback port. `line` is the JSON line it printed (url, keys,
 * scenario): the form in which the extension under development and the suites take it from their environment.
 * @param {string[]} [args] further options of the sandbox, e.g. `['--delay', '300']`
 */
export async function startSandboxProcess(args = []) {
  const child = spawnGroup(projectNode, [path.join(root, 'dist', 'sandbox.js'), '--port', '0', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => endGroup(child.pid);
  try {
    const line = await readLines(child, (text) => (text.startsWith('{') ? text : undefined), 20_000);
    return { line, pid: child.pid, stop, ...JSON.parse(line) };
  } catch (error) {
    await stop();
    throw new Error(`The sandbox did not start: ${error.message}`, { cause: error });
  }
}
