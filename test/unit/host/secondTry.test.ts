import { describe, expect, it } from 'vitest';
import { withSecondTry } from '../../host/secondTry.mjs';
import { addUp, tallyOf, type Tally } from '../../host/tally.mjs';

const good = (file: string): Tally => tallyOf({ passed: 2, files: [{ file, seconds: 1 }] });
const bad = (file: string): Tally => {
  const failures = [{ test: `${file} › a window`, reason: 'it did not open' }];
  return tallyOf({ failed: 1, skipped: 2, failures, files: [{ file, seconds: 1 }] });
};

/** Runs whose first and second try come to this; `asked` are the files of each try. */
async function trying(
  first: readonly Tally[],
  second: readonly Tally[] = [],
): Promise<{ total: Tally; asked: string[][] }> {
  const asked: string[][] = [];
  const tallies = await withSecondTry((files) => Promise.resolve([...(asked.push(files) === 1 ? first : second)]));
  return { total: addUp(tallies), asked };
}

describe('a second try of files that failed', () => {
  it('is not made when all passed', async () => {
    const { total, asked } = await trying([good('a'), good('b')]);
    expect(asked).toEqual([[]]);
    expect(total).toMatchObject({ passed: 4, failed: 0 });
  });

  it('counts instead of the first, and names what failed in that', async () => {
    const { total, asked } = await trying([good('a'), bad('b')], [good('b')]);
    expect(asked).toEqual([[], ['b']]);
    expect(total).toMatchObject({ passed: 4, failed: 0, skipped: 0, shaky: bad('b').failures });
  });

  it('fails when the file fails again', async () => {
    const { total } = await trying([good('a'), bad('b')], [bad('b')]);
    expect(total).toMatchObject({ passed: 2, failed: 1, skipped: 2, shaky: [], failures: bad('b').failures });
  });

  it('keeps the failure of a file that the second try does not tell of', async () => {
    const { total } = await trying([bad('a'), bad('b')], [good('b')]);
    expect(total).toMatchObject({ passed: 2, failed: 1, failures: bad('a').failures });
  });

  it('counts an error outside of any test of its own run', async () => {
    const outside = tallyOf({ failed: 1, failures: [{ test: 'outside of any test', reason: 'no reason was given' }] });
    const { total } = await trying([good('a'), bad('b')], [good('b'), outside]);
    expect(total).toMatchObject({ passed: 4, failed: 1, failures: outside.failures });
  });

  it('that breaks leaves what the first one counted, and says so', async () => {
    let runs = 0;
    const tallies = await withSecondTry(() =>
      runs++ === 0 ? Promise.resolve([good('a'), bad('b')]) : Promise.reject(new Error('no report')),
    );
    const broken = { test: 'the second try', reason: 'no report' };
    expect(addUp(tallies)).toMatchObject({ passed: 2, failed: 2, failures: [...bad('b').failures, broken] });
  });

  it('is not made for an error outside of any test, nor for many files', async () => {
    const outside = tallyOf({ failed: 1, failures: [{ test: 'outside of any test', reason: 'no reason was given' }] });
    expect((await trying([bad('a'), outside])).asked).toEqual([[]]);
    expect((await trying([bad('a'), bad('b'), bad('c'), bad('d')])).asked).toEqual([[]]);
  });
});
