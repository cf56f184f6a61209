import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { outsideSandbox } from './support/outsideSandbox';
import { runCommand } from './support/runCommand';
import { setSetting } from './support/setSetting';

/** Which of the extension's bundles this extension host has loaded; the suite's own files are elsewhere. */
function loadedBundles(): string[] {
  const { extensionPath } = vscode.extensions.getExtension('ncloud-ip.ncloud-ip')!;
  const folder = path.join(extensionPath, 'dist');
  return Object.keys(createRequire(__filename).cache)
    .filter((file) => path.relative(folder, file) === path.basename(file))
    .map((file) => path.basename(file))
    .sort();
}

/** What a command loads, whatever it does. */
const awake = ['extension.js', 'features.js', 'journal.js', 'services.js', 'shared.js', 'tree.js'];
const sorted = (...more: readonly string[]): string[] => [...awake, ...more].sort();

/** Runs before every other file (index.ts sorts them): each bundle is loaded once and stays. */
suite('activation', () => {
  let profile: string | undefined;
  suiteSetup(() => outsideSandbox().reset());
  suiteTeardown(async () => {
    await setSetting('allowUnattendedChanges', ['activation']);
    await runCommand('ncloudIp.removeProfile', { profile, confirm: false });
    await setSetting('allowUnattendedChanges', undefined);
  });

  test('does not happen before somebody looks or calls', () => {
    assert.equal(vscode.extensions.getExtension('ncloud-ip.ncloud-ip')?.isActive, false);
    assert.deepEqual(loadedBundles(), []);
  });

  test('by itself loads a small bundle, a moment later the services, and nothing else: there is no history to read', async () => {
    await vscode.extensions.getExtension('ncloud-ip.ncloud-ip')?.activate();
    await setTimeout(1_000);
    assert.deepEqual(loadedBundles(), ['extension.js', 'services.js']);
  });

  test('leaves to the first command all commands, what they share with the view, and the journal, nothing else', async () => {
    assert.equal(await runCommand('ncloudIp.switchProfile', { profile: 'nobody' }), undefined);
    assert.equal(vscode.extensions.getExtension('ncloud-ip.ncloud-ip')?.isActive, true);
    assert.deepEqual(loadedBundles(), awake);
  });

  test('sends nothing', async () => {
    assert.deepEqual(await outsideSandbox().requests(), []);
  });

  test('leaves the client to the first call', async () => {
    const { url: gatewayUrl, accessKey, secretKey } = outsideSandbox();
    const keys = { accessKey, secretKey };
    const added = { name: 'activation', site: 'custom', gatewayUrl, ...keys, interactive: false };
    ({ profile } = await runCommand<{ profile: string }>('ncloudIp.addProfile', added));
    // New keys: what was read with others goes.
    assert.deepEqual(loadedBundles(), sorted('api.js', 'ipaddr.js', 'readings.js'));
  });

  test('leaves the executor to the first change', async () => {
    await setSetting('allowUnattendedChanges', ['activation']);
    const request = { profile, networkInterfaceNo: '701236', secondaryIps: ['10.0.10.14'], confirm: false };
    await assert.rejects(runCommand('ncloudIp.assignSecondaryIps', request));
    assert.deepEqual(loadedBundles(), sorted('api.js', 'ipaddr.js', 'readings.js'), 'a refused plan needs no executor');
    await runCommand('ncloudIp.assignSecondaryIps', { ...request, secondaryIps: ['10.0.10.11'] });
    assert.deepEqual(loadedBundles(), sorted('api.js', 'change.js', 'ipaddr.js', 'readings.js'));
    await setSetting('allowUnattendedChanges', undefined);
  });

  test('leaves the doctor to who calls it, and never loads the sandbox into this thread', async () => {
    await runCommand('ncloudIp.doctor', { profile });
    await runCommand('ncloudIp.trySandbox', { interactive: false });
    assert.deepEqual(loadedBundles(), sorted('api.js', 'change.js', 'doctor.js', 'ipaddr.js', 'readings.js'));
    await runCommand('ncloudIp.removeProfile', { profile: 'sandbox', confirm: false });
  });
});
