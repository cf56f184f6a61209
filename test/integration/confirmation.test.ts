import assert from 'node:assert/strict';
import type { Outcome } from '../../src/change/outcome';
import { dismiss } from './support/dismiss';
import { runCommand } from './support/runCommand';
import { setSetting } from './support/setSetting';
import { useStage } from './support/useStage';

const request = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11'] };

suite('what is asked before a change, in the sandbox', () => {
  const stage = useStage('sandbox');
  const assign = (answers: object = request): Promise<Outcome | undefined> =>
    runCommand('ncloudIp.assignSecondaryIps', { profile: stage.profile, ...answers });
  teardown(() => setSetting('confirm', undefined));

  test('a dismissed review changes nothing', async () => {
    assert.equal(await dismiss(assign()), undefined);
    assert.deepEqual(await stage.writes(), []);
  });

  test('a dismissed question changes nothing, whichever answer is missing', async () => {
    assert.equal(await dismiss(assign({})), undefined);
    assert.equal(await dismiss(assign({ networkInterfaceNo: '701236' })), undefined);
    assert.equal(await dismiss(runCommand('ncloudIp.unassignSecondaryIps', {})), undefined);
    assert.equal(await dismiss(runCommand('ncloudIp.moveSecondaryIps', { networkInterfaceNo: '701237' })), undefined);
    assert.deepEqual(await stage.writes(), []);
  });

  test('with ncloudIp.confirm risky a new address is not asked about', async () => {
    await setSetting('confirm', 'risky');
    assert.equal((await assign())?.result, 'applied');
  });

  test('with ncloudIp.confirm never not even a takeover is asked about', async () => {
    await setSetting('confirm', 'never');
    const outcome = await assign({ ...request, secondaryIps: ['10.0.10.20'], allowReassign: true });
    assert.equal(outcome?.result, 'applied');
    assert.deepEqual(await stage.secondaryIps('701237'), ['10.0.10.21']);
  });
});

suite('what is asked before a change, with keys of an account', () => {
  const stage = useStage('custom');
  const assign = (answers: object): Promise<Outcome | undefined> =>
    runCommand('ncloudIp.assignSecondaryIps', { profile: stage.profile, ...request, ...answers });

  test('a new address is reviewed first', async () => {
    assert.equal(await dismiss(assign({})), undefined);
    assert.deepEqual(await stage.writes(), []);
  });

  test('code that says confirm: false is reviewed too, unless the settings name the profile', async () => {
    await setSetting('allowUnattendedChanges', undefined);
    assert.equal(await dismiss(assign({ confirm: false })), undefined);
    assert.deepEqual(await stage.writes(), []);
    await setSetting('allowUnattendedChanges', ['integration']);
    assert.equal((await assign({ confirm: false }))?.result, 'applied');
  });

  test('a protected profile asks for the name of the interface, even of code that confirms', async () => {
    const { profile } = stage;
    await runCommand('ncloudIp.setProtection', { profile, protection: 'protected' });
    assert.equal(await dismiss(assign({ confirm: false })), undefined);
    assert.deepEqual(await stage.writes(), []);
  });

  test('new keys that were not entered leave the old ones in use', async () => {
    const { profile } = stage;
    assert.equal(await dismiss(runCommand('ncloudIp.updateKeys', { profile })), undefined);
    assert.ok(await runCommand('ncloudIp.refresh', { profile, interactive: false }));
  });
});
