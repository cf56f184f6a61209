// node test/faults/run.mjs [--runs N] [--kills N] [--answers N] [--texts N] [--seed S [--path P]]: the fault campaign, kills of
// windows, mutated answers and texts by hand, with more of them than `npm test` makes; or one run again, as a failure names it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    kills: { type: 'string' },
    answers: { type: 'string' },
    texts: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
  },
});
const root = path.join(import.meta.dirname, '..', '..');
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', '--project', 'faults'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    ...(values.runs && { FAULT_RUNS: values.runs }),
    ...(values.answers && { FAULT_ANSWERS: values.answers }),
    ...(values.texts && { FAULT_TEXTS: values.texts }),
    ...(values.kills && { KILL_RUNS: values.kills }),
    ...(values.path && { FAULT_PATH: values.path }),
    FAULT_SEED: values.seed ?? String(Date.now() & 0x7fffffff),
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => (process.exitCode = code ?? 1));
