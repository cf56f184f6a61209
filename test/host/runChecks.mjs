import path from 'node:path';
import PQueue from 'p-queue';
import { projectNode, root } from './paths.mjs';
import { onStopSignal, spawnGroup } from './processes.mjs';

const bin = (...parts) => path.join(root, 'node_modules', ...parts);

/** The slowest first, so that two at a time end together. */
const checks = {
  lint: [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'],
  types: [bin('typescript', 'bin', 'tsc'), '-p', '.'],
  pages: [bin('typescript', 'bin', 'tsc'), '-p', 'test/bench/mapPages'],
  imports: [bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), 'src', '--config', '.dependency-cruiser.cjs'],
  unused: [bin('knip', 'bin', 'knip.js'), '--no-progress'],
  // What is shipped and used by tests alone.
  shipped: [bin('knip', 'bin', 'knip.js'), '--no-progress', '--production'],
  format: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'],
  texts: [path.join(root, 'test', 'host', 'checkL10n.mjs')],
};

/**
 * `npm run check [name …]`: runs the named checks (all of them when none is named) two at a time, prints one line each
 * and the output only of those that fail. Ends the process with 1 when one failed.
 * @param {string[]} names
 */
export async function runChecks(names) {
  const unknown = names.filter((name) => !Object.hasOwn(checks, name));
  if (unknown.length > 0)
    throw new Error(`unknown check ${unknown.join(', ')}; known: ${Object.keys(checks).join(', ')}`);
  onStopSignal(() => process.exit(130));
  const queue = new PQueue({ concurrency: 2 });
  const chosen = names.length > 0 ? names : Object.keys(checks);
  const results = await Promise.all(chosen.map((name) => queue.add(() => runCheck(name, checks[name]))));
  const failed = results.filter((passed) => !passed).length;
  console.log(failed === 0 ? `all ${results.length} checks passed` : `${failed} of ${results.length} checks failed`);
  process.exit(failed === 0 ? 0 : 1);
}

function runCheck(name, args) {
  const started = Date.now();
  const child = spawnGroup(projectNode, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '  '));
      resolve(code === 0);
    });
  });
}
