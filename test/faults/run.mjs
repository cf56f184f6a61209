// node test/faults/run.mjs [--runs N] [--seed S]: the fault campaign by hand, with more runs than `npm test` makes.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const vitest = path.join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
const config = path.join(import.meta.dirname, 'vitest.config.mjs');
const child = spawn(process.execPath, [vitest, 'run', '--config', config], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...(values.runs && { FAULT_RUNS: values.runs }),
    ...(values.seed && { FAULT_SEED: values.seed }),
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => (process.exitCode = code ?? 1));
