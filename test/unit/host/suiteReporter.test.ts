import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { root } from '../../host/paths.mjs';

/** What the reporter leaves of one file of tests that a vitest of its own runs. */
function reportOf(tests: string): unknown {
  fs.mkdirSync(path.join(root, 'out'), { recursive: true });
  const folder = fs.mkdtempSync(path.join(root, 'out', 'reporter-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  fs.writeFileSync(
    path.join(folder, 'one.test.mjs'),
    `import { beforeAll, describe, expect, it } from 'vitest';\n${tests}`,
  );
  // Else that of the project is found.
  fs.writeFileSync(path.join(folder, 'vitest.config.mjs'), 'export default {};\n');
  const report = path.join(folder, 'report.json');
  const reporter = path.join(root, 'test', 'host', 'suiteReporter.mjs');
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--root', folder, `--reporter=${reporter}`];
  spawnSync(process.execPath, args, { env: { ...process.env, NCLOUD_IP_TEST_REPORT: report } });
  return JSON.parse(fs.readFileSync(report, 'utf8'));
}

it('tells of a group whose beginning failed: its tests are skipped, and no test says why', () => {
  const report = reportOf(`
    describe('a window', () => {
      beforeAll(() => { throw new Error('it did not open'); });
      it('shows something', () => undefined);
    });
    it('adds', () => expect(1 + 1).toBe(2));
    it('fails', () => expect(1 + 1).toBe(3));
  `);
  const failures = [
    { test: expect.stringMatching(/one\.test\.mjs › fails$/), reason: 'expected 2 to be 3 // Object.is equality' },
    { test: expect.stringMatching(/one\.test\.mjs › a window$/), reason: 'it did not open' },
  ];
  const files = [{ file: expect.stringMatching(/one\.test\.mjs$/) }];
  expect(report).toMatchObject([{ passed: 1, failed: 2, skipped: 1, failures, files }]);
});
