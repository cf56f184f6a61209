import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled } from './ensureInstalled.mjs';
import { root } from './paths.mjs';

/**
 * Runs a vitest project by hand, as `env` says how much of it, with the exit code of its tests. What is undefined there is
 * left to the tests; a seed is drawn when none is given.
 * @param {'faults' | 'failover'} project
 * @param {string} seedName the variable that the tests read their seed from
 * @param {Record<string, string | undefined>} env
 */
export async function runCampaign(project, seedName, env) {
  await ensureInstalled();
  const given = Object.entries(env).filter(([, value]) => value !== undefined);
  const seed = { [seedName]: String(Date.now() & 0x7fffffff) };
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--project', project], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...seed, ...Object.fromEntries(given) },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
