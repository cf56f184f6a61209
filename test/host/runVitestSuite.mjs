import { once } from 'node:events';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureHost } from './ensureHost.mjs';
import { findTests } from './findTests.mjs';
import { projectNode, root } from './paths.mjs';
import { spawnGroup } from './processes.mjs';
import { readReport } from './readReport.mjs';
import { withSecondTry } from './secondTry.mjs';
import { addUp, tallyOf } from './tally.mjs';

const host = import.meta.dirname;

/**
 * Runs one vitest project (vitest.config.mjs) and reads what its reporter left. Where windows are driven, files that failed run
 * once more by themselves, unless arguments were given.
 * @param {'unit' | 'contract' | 'faults' | 'failover' | 'e2e'} suite
 * @param {{ folder: string, vitestArgs: string[] }} run
 */
export async function runVitestSuite(suite, { folder, vitestArgs }) {
  if (findTests(suite).length === 0) {
    console.log(`test/${suite} has no test files`);
    return tallyOf();
  }
  if (suite !== 'e2e') return addUp(await runVitest(suite, folder, vitestArgs));
  await ensureHost();
  await ensureBrowser();
  if (vitestArgs.length > 0) return addUp(await runVitest(suite, folder, vitestArgs));
  return addUp(await withSecondTry((files) => runVitest(suite, folder, files)));
}

async function runVitest(suite, folder, vitestArgs) {
  const report = path.join(folder, `${suite}-${Date.now()}.json`);
  const args = ['run', '--project', suite, '--reporter=default', `--reporter=${path.join(host, 'suiteReporter.mjs')}`];
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawnGroup(projectNode, [vitest, ...args, ...vitestArgs], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NCLOUD_IP_TEST_REPORT: report },
  });
  const [code] = await once(child, 'exit');
  return readReport(report, code);
}
