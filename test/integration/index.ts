import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Tells the runner which printed lines are results: the extension host prints much else (test/host/runIntegrationSuite.mjs). */
const resultMark = '│ ';

interface Counted {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly { readonly test: string; readonly reason: string }[];
}

/**
 * Entry of the suite inside the extension host, called by VS Code (npm-only or desktop): runs every built
 * `*.test.js` beside this file with mocha (`suite`/`test`) and leaves the counts in NCLOUD_IP_TEST_REPORT.
 * Rejects when a test failed, which makes the host end with a failure.
 */
export async function run(): Promise<void> {
  // VS Code forwards each console argument on its own; one finished text reads the same on both hosts.
  const { log } = console;
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => log(`${resultMark}${format(...args)}`);
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: 'spec', color: false, ...grep() });
  // In order, so that activation is looked at before anything else has brought it about.
  const files = fs.globSync('**/*.test.js', { cwd: __dirname }).sort();
  for (const file of files) mocha.addFile(path.join(__dirname, file));
  const failures: { test: string; reason: string }[] = [];
  const tally = await new Promise<Counted>((resolve) => {
    const runner = mocha.run((failed) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed, skipped: pending, failures });
    });
    runner.on('fail', (test: { fullTitle(): string }, { message }: Error) => {
      failures.push({ test: test.fullTitle(), reason: message.split('\n')[0] ?? '' });
    });
  });
  const report = process.env.NCLOUD_IP_TEST_REPORT;
  if (report) fs.writeFileSync(report, JSON.stringify(tally));
  if (tally.failed > 0) throw new Error(`${tally.failed} tests failed`);
}

/** NCLOUD_IP_TEST_GREP chooses tests by their name while one is being written. */
function grep(): { grep?: string } {
  const pattern = process.env.NCLOUD_IP_TEST_GREP;
  return pattern ? { grep: pattern } : {};
}
