/**
 * What a suite counted: which tests failed and why, which passed only at the second try, and how long each file took.
 * @typedef {{ test: string, reason: string }} Told
 * @typedef {{ passed: number, failed: number, skipped: number, failures: Told[], shaky: Told[], files: { file: string, seconds: number }[] }} Tally
 */

/** @param {Partial<Tally>} [counted] @returns {Tally} */
export function tallyOf(counted) {
  return { passed: 0, failed: 0, skipped: 0, failures: [], shaky: [], files: [], ...counted };
}

/** A suite that ended badly and says of no test why. @param {string} suite @param {string} reason */
export function failedSuite(suite, reason) {
  return tallyOf({ failed: 1, failures: [{ test: suite, reason }] });
}

/** @param {Tally[]} tallies */
export function addUp(tallies) {
  const total = tallyOf();
  for (const tally of tallies)
    for (const key of Object.keys(total)) total[key] = total[key].concat?.(tally[key]) ?? total[key] + tally[key];
  return total;
}

/** The plain closing line, e.g. `12 passed, 0 failed`. @param {Tally} tally */
export function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** What stands above the closing line: the slowest files, then what was shaky and what failed, each with its reason. @param {Tally} tally */
export function describeTests({ failures, shaky, files }) {
  const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, 5);
  const told = ({ test, reason }) => `  ${test}\n    ${reason}`;
  return [
    ...(slowest.length > 0
      ? ['Slowest files:', ...slowest.map(({ file, seconds }) => `  ${seconds.toFixed(1)} s  ${file}`)]
      : []),
    ...(shaky.length > 0 ? ['Passed only at the second try:', ...shaky.map(told)] : []),
    ...(failures.length > 0 ? ['Failed (pictures are in test/e2e/__results__):', ...failures.map(told)] : []),
  ].join('\n');
}
