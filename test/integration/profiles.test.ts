import assert from 'node:assert/strict';
import type { Outcome } from '../../src/change/outcome';
import { outsideSandbox } from './support/outsideSandbox';
import { runCommand } from './support/runCommand';
import { setSetting } from './support/setSetting';

interface Named {
  readonly profile: string;
  readonly regionCode?: string;
}

suite('profiles', () => {
  const sandbox = outsideSandbox();
  const { url: gatewayUrl, accessKey, secretKey } = sandbox;
  const add = (answers: Readonly<Record<string, unknown>> = {}): Promise<Named> =>
    runCommand('ncloudIp.addProfile', {
      ...{ name: 'first', site: 'custom', gatewayUrl, accessKey, secretKey },
      ...answers,
      interactive: false,
    });
  const isKnown = async (profile: string): Promise<boolean> =>
    (await runCommand('ncloudIp.switchProfile', { profile })) !== undefined;
  const read = (options: Readonly<Record<string, unknown>> = {}): Promise<{ readAt: number } | undefined> =>
    runCommand('ncloudIp.refresh', { ...options, interactive: false });
  const callsOf = async (): Promise<string[]> => (await sandbox.requests()).map(({ action }) => action).sort();

  setup(async () => {
    await setSetting('allowUnattendedChanges', ['first']);
    await sandbox.reset();
  });
  teardown(async () => {
    // Only now: code gives nobody a name that the settings let it change unasked.
    await setSetting('allowUnattendedChanges', ['first', 'second', 'third']);
    for (const profile of ['first', 'second', 'third']) {
      if (await isKnown(profile)) await runCommand('ncloudIp.removeProfile', { profile, confirm: false });
    }
    await setSetting('allowUnattendedChanges', undefined);
  });

  test('are added by code once their keys were tried, in the first region the keys see', async () => {
    const { profile, regionCode } = await add();
    assert.equal(regionCode, 'KR');
    assert.deepEqual(await callsOf(), ['caller-identity', 'getRegionList']);
    assert.ok(await isKnown(profile));
    assert.ok(await isKnown('first'));
  });

  test('are added for the region that was asked for', async () => {
    const { regionCode } = await add({ regionCode: 'JPN' });
    assert.equal(regionCode, 'JPN');
  });

  test('with a wrong secret key are refused with the first call that failed, and nothing is kept', async () => {
    const wrong = add({ secretKey: 'ncpTestSecretKey00000000000000000000WRNG' });
    await assert.rejects(wrong, /getCallerIdentity: credentials.*401.*200/);
    assert.equal(await isKnown('first'), false);
  });

  test('with keys that may not list regions are refused with that call, and nothing is kept', async () => {
    await sandbox.faults([{ action: 'getRegionList', fault: 'permission' }]);
    await assert.rejects(add(), /getRegionList: permission.*401.*210/);
    assert.equal(await isKnown('first'), false);
  });

  test('with keys of a viewer are added, look, and are told what they may not do', async () => {
    const { profile } = await add(sandbox.viewer);
    assert.ok(await read({ profile }));
    const change = { profile, networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11'], confirm: false };
    const { result, steps } = await runCommand<Outcome>('ncloudIp.assignSecondaryIps', change);
    assert.equal(result, 'notApplied');
    const { kind, action, effect } = steps[0]?.error?.details ?? {};
    assert.deepEqual([kind, action, effect], ['permission', 'assignSecondaryIps', 'none']);
  });

  test('at an address that is neither https nor this machine are refused before anything is sent', async () => {
    await assert.rejects(add({ gatewayUrl: 'http://gateway.example' }), /gatewayUrl must be https/);
    assert.deepEqual(await sandbox.requests(), []);
    assert.equal(await isKnown('first'), false);
  });

  test('of an unknown site are refused', async () => {
    await assert.rejects(add({ site: 'elsewhere' }), /site/);
    assert.equal(await isKnown('first'), false);
  });

  test('have names of their own', async () => {
    await add();
    await add({ name: 'second' });
    const taken = /Profile first already exists/;
    await assert.rejects(add(), taken);
    await assert.rejects(
      runCommand('ncloudIp.renameProfile', { profile: 'second', name: 'first', interactive: false }),
      taken,
    );
    assert.ok(await isKnown('second'));
  });

  test('are looked at one at a time: a command without a profile means the one switched to', async () => {
    await add();
    await add({ name: 'second', regionCode: 'JPN' });
    await sandbox.clearRequests();
    await read();
    await runCommand('ncloudIp.switchProfile', { profile: 'first' });
    await read();
    const regions = (await sandbox.requests()).filter(({ action }) => action === 'getVpcList');
    assert.deepEqual(
      regions.map(({ params }) => params.regionCode),
      ['JPN', 'KR'],
    );
  });

  test('are renamed without being read or asked for keys again', async () => {
    const { profile } = await add();
    await read();
    await sandbox.clearRequests();
    assert.deepEqual(await runCommand('ncloudIp.renameProfile', { profile, name: 'third' }), {
      profile,
      name: 'third',
    });
    assert.equal(await isKnown('first'), false);
    const found = await runCommand<{ hits: unknown[] }>('ncloudIp.findAddress', {
      text: '10.0.10.14',
      interactive: false,
    });
    assert.equal(found.hits.length, 1);
    assert.deepEqual(await sandbox.requests(), []);
  });

  test('that were removed are unknown, and so are their keys', async () => {
    const { profile } = await add();
    assert.deepEqual(await runCommand('ncloudIp.removeProfile', { profile: 'first', confirm: false }), { profile });
    assert.equal(await isKnown(profile), false);
    assert.equal(await read({ profile }), undefined);
  });

  test('whose keys stop being valid say so, and go on once they are valid again', async () => {
    const { profile } = await add();
    await sandbox.faults([{ action: '*', fault: 'permission', times: 5 }]);
    await assert.rejects(read({ profile }), /permission/);
    await sandbox.clearFaults();
    assert.ok(await read({ profile }));
  });
});
