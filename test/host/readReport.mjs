import fs from 'node:fs';

/**
 * What a suite inside the extension host counted (test/integration/index.ts writes it). A suite that wrote nothing
 * or ran no test is an error; one that ended badly without a failed test counts as one failure.
 * @param {string} file
 * @param {number} code the suite's exit code
 * @returns {import('./tally.mjs').Tally}
 */
export function readReport(file, code) {
  if (!fs.existsSync(file)) throw new Error(`the suite ended with ${code} and left no report`);
  const tally = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (tally.passed + tally.failed === 0) throw new Error('the suite ran no test');
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
