import './node20';
import { readFileSync } from 'node:fs';
import { processTerminal } from './processTerminal';
import { runCli } from './runCli';

// The program `ncloud-ip`: package.json, which the build writes, is beside it.
const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };
process.exitCode = await runCli(process.argv.slice(2), processTerminal(), version);
// Timers and connections of what was given up must not keep the process. An output that failed is told before.
process.stdout.write('', () => setImmediate(() => process.exit()));
