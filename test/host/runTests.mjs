import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { endRegistered, onStopSignal, registryEnvironment } from './processes.mjs';
import { runDesktopSuite } from './runDesktopSuite.mjs';
import { runIntegrationSuite } from './runIntegrationSuite.mjs';
import { runVitestSuite } from './runVitestSuite.mjs';
import { createTemporaryFolder, removeTemporaryFolder } from './temporaryFolder.mjs';
import { addUp, describe, describeTests, failedSuite } from './tally.mjs';

const suites = {
  unit: (run) => runVitestSuite('unit', run),
  contract: (run) => runVitestSuite('contract', run),
  faults: (run) => runVitestSuite('faults', run),
  failover: (run) => runVitestSuite('failover', run),
  integration: (run) => runIntegrationSuite(run),
  e2e: (run) => runVitestSuite('e2e', run),
  desktop: (run) => runDesktopSuite(run),
};
/** Those that drive an editor; they do it with the bundles as they are shipped. */
const inEditors = ['integration', 'e2e', 'desktop'];
const usual = ['unit', 'contract', 'faults', 'failover', 'integration', 'e2e'];

/**
 * `npm test`: the named suites one after the other (two cores have no room for two editors), a summary after each,
 * and `N passed, N failed` for all of them as the very last line. Arguments after `--` go to vitest as they are.
 * @param {string[]} args
 */
export async function runTests(args) {
  const separator = args.includes('--') ? args.indexOf('--') : args.length;
  const { positionals } = parseArgs({ args: args.slice(0, separator), allowPositionals: true });
  const unknown = positionals.filter((name) => !Object.hasOwn(suites, name));
  if (unknown.length > 0)
    throw new Error(`unknown suite ${unknown.join(', ')}; known: ${Object.keys(suites).join(', ')}`);
  const names = positionals.length > 0 ? positionals : usual;

  const folder = createTemporaryFolder('run');
  const registry = path.join(folder, 'processes');
  Object.assign(process.env, registryEnvironment(registry));
  onStopSignal(() => void endRegistered(registry).then(() => process.exit(130)));

  build();
  if (names.some((name) => inEditors.includes(name))) build('--production');
  const tallies = [];
  for (const name of names) {
    console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
    const started = Date.now();
    const tally = await suites[name]({ folder, vitestArgs: args.slice(separator + 1) }).catch((error) => {
      console.error(error.stack ?? String(error));
      return failedSuite(name, String(error.message ?? error));
    });
    await endRegistered(registry);
    tallies.push(tally);
    console.log(`${name}: ${describe(tally)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  removeTemporaryFolder(folder);
  const total = addUp(tallies);
  console.log(`\n${describeTests(total)}\n\n${describe(total)}`);
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
}
