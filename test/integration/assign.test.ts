import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, languages, window, workspace } from 'vscode';
import type { Outcome } from '../../src/change/outcome';
import { runByCode } from './support/runByCode';
import { runCommand } from './support/runCommand';
import { until } from './support/until';
import { useStage } from './support/useStage';

suite('assigning, unassigning and moving by code', () => {
  const stage = useStage('sandbox');
  const run = (id: Parameters<typeof runCommand>[0], answers: Readonly<Record<string, unknown>>): Promise<Outcome> =>
    runByCode(id, stage.profile, answers);
  const assign = (answers: Readonly<Record<string, unknown>>): Promise<Outcome> =>
    run('ncloudIp.assignSecondaryIps', { networkInterfaceNo: '701236', ...answers });

  test('assigns a list in one call', async () => {
    const { result, steps } = await assign({ secondaryIps: ['10.0.10.11', '10.0.10.12'] });
    assert.equal(result, 'applied');
    assert.deepEqual(steps[0]?.addresses, [
      { address: '10.0.10.11', result: 'applied' },
      { address: '10.0.10.12', result: 'applied' },
    ]);
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11', '10.0.10.12']);
    assert.equal((await stage.writes()).length, 1);
  });

  test('has the service choose as many as were asked for, and names them', async () => {
    const { result, steps } = await assign({ count: 2 });
    assert.equal(result, 'applied');
    const held = await stage.secondaryIps('701236');
    assert.equal(held.length, 2);
    assert.deepEqual([...(steps[0]?.chosen ?? [])].sort(), held);
    const [write] = await stage.writes();
    assert.equal(write?.params.secondaryIpCount, '2');
    assert.equal(Object.keys(write.params).filter((name) => name.startsWith('secondaryIpList')).length, 0);
  });

  test('sends a list and a count together as one call', async () => {
    const { result, steps } = await assign({ secondaryIps: ['10.0.10.77'], count: 1 });
    assert.equal(result, 'applied');
    const writes = await stage.writes();
    assert.equal(writes.length, 1);
    assert.equal(writes[0]?.params['secondaryIpList.1'], '10.0.10.77');
    assert.equal(writes[0].params.secondaryIpCount, '1');
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.77', ...(steps[0]?.chosen ?? [])].sort());
  });

  test('takes an address over when that is allowed, and the loser loses it', async () => {
    const { result, plan, interfaces } = await assign({ secondaryIps: ['10.0.10.20'], allowReassign: true });
    assert.equal(result, 'applied');
    assert.deepEqual(plan.steps[0]?.takes, [{ address: '10.0.10.20', from: '701237' }]);
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.20']);
    assert.deepEqual(await stage.secondaryIps('701237'), ['10.0.10.21']);
    assert.deepEqual(interfaces.map(({ networkInterfaceNo }) => networkInterfaceNo).sort(), ['701236', '701237']);
    assert.equal((await stage.writes())[0]?.params.allowReassign, 'true');
  });

  test('unassigns what is named and leaves the rest', async () => {
    const { result } = await run('ncloudIp.unassignSecondaryIps', {
      networkInterfaceNo: '701237',
      secondaryIps: ['10.0.10.20'],
    });
    assert.equal(result, 'applied');
    assert.deepEqual(await stage.secondaryIps('701237'), ['10.0.10.21']);
  });

  test('moves addresses in one call, so that they are never without a home', async () => {
    const { result } = await run('ncloudIp.moveSecondaryIps', {
      networkInterfaceNo: '701252',
      secondaryIps: ['10.0.10.30', '10.0.10.31'],
      to: '701236',
    });
    assert.equal(result, 'applied');
    assert.deepEqual(await stage.secondaryIps('701252'), []);
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.30', '10.0.10.31']);
    const writes = await stage.writes();
    assert.deepEqual(
      writes.map(({ action }) => action),
      ['assignSecondaryIps'],
    );
  });

  test('marks the bad lines of a list that is open and assigns the good ones', async () => {
    const content = 'server,address,note\nweb-01,10.0.10.81,mine\nweb-01,10.0.10.20,held\n';
    const document = await workspace.openTextDocument({ language: 'ncloud-ip-list', content });
    await window.showTextDocument(document);
    const mark = await until('a line is marked', () =>
      languages.getDiagnostics(document.uri).find(({ severity }) => severity === DiagnosticSeverity.Error),
    );
    assert.match(mark.message, /^10\.0\.10\.20 is held by web-02/);
    assert.equal(document.getText(mark.range), '10.0.10.20');
    const { result } = await run('ncloudIp.assignGoodLines', { document: document.uri.toString() });
    assert.equal(result, 'applied');
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.81']);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('assigns from a list by number, name or primary address, a call for each interface', async () => {
    const text = ['# web', '701236,10.0.10.11', 'vip-holder;10.0.10.12', '10.0.20.10 10.0.20.13'].join('\n');
    const { result, steps } = await run('ncloudIp.assignFromList', { text });
    assert.equal(result, 'applied');
    assert.equal(steps.length, 3);
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.11']);
    assert.ok((await stage.secondaryIps('701252')).includes('10.0.10.12'));
    assert.ok((await stage.secondaryIps('701242')).includes('10.0.20.13'));
    assert.equal((await stage.writes()).length, 3);
  });

  test('tells the outcome as plain data, with both sides, the call and its entry in the history', async () => {
    const outcome = await assign({ secondaryIps: ['10.0.10.11'] });
    assert.deepEqual(JSON.parse(JSON.stringify(outcome)), outcome);
    const [change] = outcome.plan.changes;
    assert.deepEqual([change?.before, change?.after, change?.gains], [[], ['10.0.10.11'], ['10.0.10.11']]);
    const [step] = outcome.steps;
    assert.deepEqual([step?.reconciled, step?.settled, step?.unexpected], [false, true, []]);
    assert.match(step?.requestId ?? '', /^[\da-f-]{36}$/);
    assert.deepEqual(outcome.interfaces[0]?.secondaryIpList, ['10.0.10.11']);
    const entry = await runCommand<{ id: string; state: string }>('ncloudIp.openHistoryEntry', {
      entry: outcome.entry,
    });
    assert.deepEqual([entry.id, entry.state], [outcome.entry, 'done']);
  });

  test('tells a refusal of the service as the outcome, with the reason in plain data', async () => {
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
    const outcome = await assign({ secondaryIps: ['10.0.10.11'] });
    assert.equal(outcome.result, 'notApplied');
    const [step] = (JSON.parse(JSON.stringify(outcome)) as Outcome).steps;
    assert.equal(step?.error?.details.kind, 'permission');
    assert.equal(step.error.details.effect, 'none');
    assert.deepEqual(await stage.secondaryIps('701236'), []);
  });

  test('sends nothing when what was to be taken is elsewhere by now, and says so', async () => {
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701252', address: '10.0.10.20' } });
    const { result, stale } = await assign({ secondaryIps: ['10.0.10.20'], allowReassign: true });
    assert.equal(result, 'notApplied');
    assert.deepEqual(stale?.drift, { kind: 'noLongerThere', address: '10.0.10.20', networkInterfaceNo: '701237' });
    assert.deepEqual(await stage.writes(), []);
    assert.ok((await stage.secondaryIps('701252')).includes('10.0.10.20'));
  });

  test('never takes an address from a newcomer, even where taking over was allowed', async () => {
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701237', address: '10.0.10.11' } });
    const { result } = await assign({ secondaryIps: ['10.0.10.11'], allowReassign: true });
    assert.equal(result, 'notApplied');
    assert.ok((await stage.secondaryIps('701237')).includes('10.0.10.11'));
  });
});
