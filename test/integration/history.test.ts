import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { env } from 'vscode';
import type { JournalEntry } from '../../src/change/journalEntry';
import type { Outcome } from '../../src/change/outcome';
import { runCommand } from './support/runCommand';
import { useStage } from './support/useStage';
import { useTemporaryFolder } from './support/useTemporaryFolder';

type Answers = Readonly<Record<string, unknown>>;

suite('undo, redo, retry and the history', () => {
  const stage = useStage('sandbox');
  const folder = useTemporaryFolder();
  const assign = (answers: Answers): Promise<Outcome> =>
    runCommand('ncloudIp.assignSecondaryIps', {
      ...{ profile: stage.profile, networkInterfaceNo: '701236' },
      ...answers,
      confirm: false,
    });
  const undo = (answers: Answers = {}): Promise<Outcome> => runCommand('ncloudIp.undo', { ...answers, confirm: false });
  const exported = async (): Promise<JournalEntry[]> => {
    const file = path.join(folder.path, 'history.jsonl');
    const { entries } = await runCommand<{ entries: number }>('ncloudIp.exportHistory', { file });
    const lines = fs.readFileSync(file, 'utf8').split('\n').slice(0, -1);
    assert.equal(lines.length, entries);
    return lines.map((line) => JSON.parse(line) as JournalEntry);
  };

  test('undo without a name takes back the newest change', async () => {
    await assign({ secondaryIps: ['10.0.10.11'] });
    const { entry } = await assign({ secondaryIps: ['10.0.10.12'] });
    const { result, plan } = await undo();
    assert.deepEqual([result, plan.undoes], ['applied', entry]);
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11']);
  });

  test('undo of a change that is not there takes back nothing else', async () => {
    await assign({ secondaryIps: ['10.0.10.11'] });
    await assert.rejects(undo({ entry: '20260101T000000000Z-00000000' }), /not in the history/);
    await assert.rejects(undo({ entry: undefined }), /not in the history/);
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11']);
  });

  test('undo without a name leaves changes of other regions alone', async () => {
    await assign({ secondaryIps: ['10.0.10.11'] });
    await runCommand('ncloudIp.switchRegion', { regionCode: 'JPN', interactive: false });
    await assert.rejects(undo(), /Nothing to undo/);
    await runCommand('ncloudIp.switchRegion', { regionCode: 'KR', interactive: false });
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11']);
  });

  test('undo of a takeover gives the address back to who lost it', async () => {
    const { entry } = await assign({ secondaryIps: ['10.0.10.20', '10.0.10.11'], allowReassign: true });
    assert.equal((await undo({ entry })).result, 'applied');
    assert.deepEqual(await stage.secondaryIps('701236'), []);
    assert.deepEqual(await stage.secondaryIps('701237'), ['10.0.10.20', '10.0.10.21']);
  });

  test('undo of a count takes back exactly what the service chose', async () => {
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.200' } });
    await runCommand('ncloudIp.refresh', { profile: stage.profile, interactive: false });
    const { entry } = await assign({ count: 3 });
    assert.equal((await stage.secondaryIps('701236')).length, 4);
    await undo({ entry });
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.200']);
  });

  test('redo is the undo of the undo', async () => {
    const { entry } = await assign({ secondaryIps: ['10.0.10.11'] });
    const undone = await undo({ entry });
    const redone = await undo({ entry: undone.entry });
    assert.deepEqual([redone.result, redone.plan.undoes], ['applied', undone.entry]);
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11']);
  });

  test('undo walks back through the history and redo forward again', async () => {
    await assign({ secondaryIps: ['10.0.10.11'] });
    await assign({ secondaryIps: ['10.0.10.12'] });
    await undo();
    await undo();
    assert.deepEqual(await stage.secondaryIps('701236'), []);
    const redo = (): Promise<Outcome> => runCommand('ncloudIp.redo', { confirm: false });
    await redo();
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11']);
    await redo();
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11', '10.0.10.12']);
  });

  test('nothing is undone twice', async () => {
    const { entry } = await assign({ secondaryIps: ['10.0.10.11'] });
    await undo({ entry });
    await stage.sandbox.clearRequests();
    await assert.rejects(undo({ entry }), /was already undone/);
    assert.deepEqual(await stage.writes(), []);
  });

  test('undo is refused, with the reason, when the world moved on', async () => {
    const { entry } = await assign({ secondaryIps: ['10.0.10.11'] });
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701237', address: '10.0.10.11' } });
    await stage.sandbox.clearRequests();
    await assert.rejects(undo({ entry }), /10\.0\.10\.11 is no longer where it was: web-02.* holds it now/);
    assert.deepEqual(await stage.writes(), []);
  });

  test('retry does what failed, and only that', async () => {
    const body = { responseError: { returnCode: '1002904', returnMessage: 'in use' } };
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'error', http: 400, body }]);
    const text = '701236,10.0.10.11\n701242,10.0.20.50';
    const first = await runCommand<Outcome>('ncloudIp.assignFromList', {
      ...{ profile: stage.profile, text },
      confirm: false,
    });
    assert.equal(first.result, 'partly');
    const failed = first.steps.find(({ result }) => result === 'notApplied')?.step;
    await stage.sandbox.clearRequests();
    const { result } = await runCommand<Outcome>('ncloudIp.retryFailed', { entry: first.entry, confirm: false });
    assert.equal(result, 'applied');
    assert.deepEqual(
      (await stage.writes()).map(({ params }) => params.networkInterfaceNo),
      [failed?.networkInterfaceNo],
    );
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11']);
    assert.ok((await stage.secondaryIps('701242')).includes('10.0.20.50'));
  });

  test('retry of what did not fail is refused', async () => {
    const { entry } = await assign({ secondaryIps: ['10.0.10.11'] });
    await assert.rejects(
      runCommand('ncloudIp.retryFailed', { entry, confirm: false }),
      /Nothing in this change failed/,
    );
    assert.equal((await stage.writes()).length, 1);
  });

  test('exports every change as a line of JSON, newest first', async () => {
    const first = await assign({ secondaryIps: ['10.0.10.11'] });
    const second = await undo({ entry: first.entry });
    const entries = await exported();
    assert.deepEqual(
      entries.slice(0, 2).map(({ id }) => id),
      [second.entry, first.entry],
    );
    const [newest, older] = entries;
    assert.deepEqual([newest?.undoes, older?.undoneBy], [first.entry, second.entry]);
    assert.deepEqual(older?.profile.id, stage.profile);
    assert.deepEqual(older.steps[0]?.addresses, [{ address: '10.0.10.11', result: 'applied' }]);
    const times = entries.map(({ startedAt }) => startedAt);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    );
  });

  test('copies an entry as Markdown that names the address and what became of it', async () => {
    const { entry } = await assign({ secondaryIps: ['10.0.10.11'] });
    await runCommand('ncloudIp.copyHistoryEntry', { entry });
    const copied = await env.clipboard.readText();
    assert.match(copied, /10\.0\.10\.11 applied/);
    assert.ok(copied.includes(entry!), copied);
  });
});
