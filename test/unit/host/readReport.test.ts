import fs from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readReport } from '../../host/readReport.mjs';
import { addUp, describe as closingLine, describeTests } from '../../host/tally.mjs';
import { createTemporaryFolder, removeTemporaryFolder } from '../../host/temporaryFolder.mjs';

/** What is read of a report with this in it, of a suite that ended with `code`. */
function read(report: unknown, code = 0): ReturnType<typeof readReport> {
  const folder = createTemporaryFolder('report');
  onTestFinished(() => removeTemporaryFolder(folder));
  const file = path.join(folder, 'report.json');
  fs.writeFileSync(file, JSON.stringify(report));
  return readReport(file, code);
}

it('reads what the integration suite writes, which knows of no files and of no second try', () => {
  const failures = [{ test: 'activation', reason: 'it did not' }];
  const total = addUp(read({ passed: 3, failed: 1, skipped: 0, failures }, 1));
  expect(closingLine(total)).toBe('3 passed, 1 failed');
  expect(describeTests(total)).toBe('Failed (pictures are in test/e2e/__results__):\n  activation\n    it did not');
});

it('reads what each file of a suite came to', () => {
  const tallies = read([
    { passed: 2, files: [{ file: 'a', seconds: 1 }] },
    { passed: 1, files: [{ file: 'b', seconds: 2 }] },
  ]);
  expect(addUp(tallies)).toMatchObject({ passed: 3, failed: 0, skipped: 0, shaky: [] });
});

it('takes nothing for success that is none', () => {
  expect(() => read({ passed: 0, failed: 0 })).toThrow('ran no test');
  expect(() => read({ passed: 3, failed: 0 }, 1)).toThrow('every test passed, and yet the suite ended with 1');
  expect(() => readReport('/no/such/report.json', 1)).toThrow('ended with 1 and left no report');
});
