import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureHost } from './ensureHost.mjs';
import { findTests } from './findTests.mjs';
import { projectNode, root } from './paths.mjs';
import { spawnGroup } from './processes.mjs';

/**
 * Runs one vitest project (vitest.config.ts) and counts from its JSON report. A file that could not be loaded, or an
 * error outside of any test, counts as one failure.
 * @param {'unit' | 'contract' | 'faults' | 'e2e'} suite
 * @param {{ folder: string, vitestArgs: string[] }} run
 */
export async function runVitestSuite(suite, { folder, vitestArgs }) {
  if (findTests(suite).length === 0) {
    console.log(`test/${suite} has no test files`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
  if (suite === 'e2e') {
    await ensureHost();
    await ensureBrowser();
  }
  const report = path.join(folder, `${suite}.json`);
  const args = ['run', '--project', suite, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawnGroup(projectNode, [vitest, ...args, ...vitestArgs], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  const tally = fs.existsSync(report) ? read(report) : { passed: 0, failed: 0, skipped: 0 };
  const isSilentFailure = code !== 0 && tally.failed === 0;
  const isEmpty = code === 0 && tally.passed + tally.failed === 0 && vitestArgs.length === 0;
  if (isSilentFailure || isEmpty) {
    console.error(isEmpty ? `${suite} ran no test` : `vitest ended with ${code}`);
    tally.failed += 1;
  }
  return tally;
}

function read(report) {
  const json = JSON.parse(fs.readFileSync(report, 'utf8'));
  const unloaded = json.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests + unloaded.length,
    skipped: json.numPendingTests + json.numTodoTests,
  };
}
