/** @typedef {{ passed: number, failed: number, skipped: number }} Tally What a suite counted. */

/** @param {Tally[]} tallies */
export function addUp(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) for (const key of Object.keys(total)) total[key] += tally[key];
  return total;
}

/** The plain closing line, e.g. `12 passed, 0 failed`. @param {Tally} tally */
export function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
