import { failedSuite } from './tally.mjs';

/** More than this is no accident. */
const most = 3;

/**
 * Runs files of tests, and those that failed once more by themselves: a single test has its second try in the same window, a
 * window that did not open has none. What passes then counts as passed at the second try.
 * @param {(files: string[]) => Promise<import('./tally.mjs').Tally[]>} run runs these files, or all when none are named; a tally for each
 * @returns {Promise<import('./tally.mjs').Tally[]>}
 */
export async function withSecondTry(run) {
  const tallies = await run([]);
  const failed = tallies.filter((tally) => tally.failed > 0);
  const files = failed.flatMap((tally) => tally.files.map(({ file }) => file));
  if (files.length === 0 || files.length < failed.length || files.length > most) return tallies;
  console.log(`\nOnce more, by themselves: ${files.join(', ')}`);
  const again = await run(files).catch((error) => [failedSuite('the second try', String(error.message ?? error))]);
  const merged = tallies.map((tally) => {
    const second = failed.includes(tally) && again.find(({ files: [one] }) => one?.file === tally.files[0].file);
    if (!second) return tally;
    return { ...second, shaky: [...second.shaky, ...(second.failed === 0 ? tally.failures : [])] };
  });
  // What happened outside of any file counts as well.
  return [...merged, ...again.filter((tally) => tally.files.length === 0)];
}
