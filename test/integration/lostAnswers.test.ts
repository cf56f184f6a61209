import assert from 'node:assert/strict';
import type { Outcome } from '../../src/change/outcome';
import { runCommand } from './support/runCommand';
import { useStage } from './support/useStage';

type Answers = Readonly<Record<string, unknown>>;

suite('a lost answer is settled by reading, and nothing is sent twice', () => {
  const stage = useStage('sandbox');
  /** The last word: what the service may still be at work on is read on after the command has answered. */
  const assign = async (answers: Answers): Promise<Outcome> => {
    const outcome = await runCommand<Outcome>('ncloudIp.assignSecondaryIps', {
      ...{ profile: stage.profile, networkInterfaceNo: '701236' },
      ...answers,
      confirm: false,
    });
    return (await outcome.looking) ?? outcome;
  };

  for (const fault of ['resetAfterApply', 'empty200AfterApply', 'unavailableAfterApply', 'cutOff']) {
    test(`${fault}: applied, found by reading`, async () => {
      await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault }]);
      const { result, steps } = await assign({ secondaryIps: ['10.0.10.11'] });
      assert.deepEqual([result, steps[0]?.reconciled], ['applied', true]);
      const writes = await stage.writes();
      assert.deepEqual(
        writes.map(({ applied }) => applied),
        [true],
      );
      assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11']);
    });
  }

  test('a count whose answer was lost is told by the difference', async () => {
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    const { result, steps } = await assign({ count: 2 });
    assert.deepEqual([result, steps[0]?.reconciled], ['applied', true]);
    assert.equal((await stage.writes()).length, 1);
    assert.deepEqual([...(steps[0]?.chosen ?? [])].sort(), await stage.secondaryIps('701236'));
  });

  test('a call that was cut off before it was carried out is told as not applied', async () => {
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'reset' }]);
    const { result, steps } = await assign({ secondaryIps: ['10.0.10.11'] });
    assert.deepEqual([result, steps[0]?.reconciled], ['notApplied', true]);
    const writes = await stage.writes();
    assert.deepEqual(
      writes.map(({ applied }) => applied),
      [false],
    );
  });

  test('a call that the gateway put off is sent again, since nobody carried it out', async () => {
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle' }]);
    const { result, steps } = await assign({ secondaryIps: ['10.0.10.11'] });
    assert.deepEqual([result, steps[0]?.reconciled], ['applied', false]);
    const writes = await stage.writes();
    assert.deepEqual(
      writes.map(({ status, applied }) => [status, applied]),
      [
        [429, false],
        [200, true],
      ],
    );
  });
});
