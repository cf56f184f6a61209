// node test/failover/run.mjs [--runs N] [--worlds N] [--lanes N] [--scenario NAME] [--seed S]: the failover kit on real keepalived
// (200 runs) and on virtual time (10,000 runs), many more of them than `npm test` makes.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../host/ensureInstalled.mjs';

await ensureInstalled();

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    worlds: { type: 'string', default: '10000' },
    lanes: { type: 'string', default: '5' },
    scenario: { type: 'string' },
    seed: { type: 'string' },
  },
});
const root = path.join(import.meta.dirname, '..', '..');
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', '--project', 'failover'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    FAILOVER_RUNS: values.runs,
    FAILOVER_WORLDS: values.worlds,
    FAILOVER_LANES: values.lanes,
    ...(values.scenario && { FAILOVER_SCENARIO: values.scenario }),
    FAILOVER_SEED: values.seed ?? String(Date.now() & 0x7fffffff),
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => (process.exitCode = code ?? 1));
