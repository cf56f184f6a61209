import fs from 'node:fs';
import { addUp, tallyOf } from './tally.mjs';

/**
 * What a suite counted, file by file or as a whole (suiteReporter.mjs and test/integration/index.ts write it). A suite that wrote
 * nothing or ran no test is an error; one that ended badly without a failed test counts as one failure.
 * @param {string} file
 * @param {number} code the suite's exit code
 * @returns {import('./tally.mjs').Tally[]}
 */
export function readReport(file, code) {
  if (!fs.existsSync(file)) throw new Error(`the suite ended with ${code} and left no report`);
  const tallies = [].concat(JSON.parse(fs.readFileSync(file, 'utf8'))).map((counted) => tallyOf(counted));
  const { passed, failed } = addUp(tallies);
  if (passed + failed === 0) throw new Error('the suite ran no test');
  if (code !== 0 && failed === 0) throw new Error(`every test passed, and yet the suite ended with ${code}`);
  return tallies;
}
