import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { commands, env, workspace } from 'vscode';
import { outsideSandbox } from './support/outsideSandbox';
import { runCommand } from './support/runCommand';
import { shownDocument } from './support/shownDocument';
import { until } from './support/until';
import { useStage } from './support/useStage';
import { useTemporaryFolder } from './support/useTemporaryFolder';

const change = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11'] };

suite('keys stay in the secret storage', () => {
  const stage = useStage('custom');
  const folder = useTemporaryFolder();
  const { accessKey, secretKey } = outsideSandbox();
  const holdsNoSecret = (text: string): void => {
    assert.ok(text.length > 0);
    for (const secret of [secretKey, accessKey]) assert.equal(text.includes(secret), false, text);
  };

  /** The log as the output panel shows it. */
  async function logText(): Promise<string> {
    await runCommand('ncloudIp.showLog');
    return until('the log', () =>
      workspace.textDocuments
        .filter(({ uri }) => uri.scheme === 'output')
        .map((document) => document.getText())
        .find((text) => text.includes('getNetworkInterfaceList')),
    );
  }

  test('not in what a change returns, nor in what is exported of it', async () => {
    const outcome = await runCommand('ncloudIp.assignSecondaryIps', {
      profile: stage.profile,
      ...change,
      confirm: false,
    });
    holdsNoSecret(JSON.stringify(outcome));
    const file = path.join(folder.path, 'history.jsonl');
    await runCommand('ncloudIp.exportHistory', { file });
    holdsNoSecret(fs.readFileSync(file, 'utf8'));
  });

  test('not in errors, even of a refused key', async () => {
    await stage.sandbox.faults([{ action: '*', fault: 'permission', times: 10 }]);
    const failing = runCommand('ncloudIp.refresh', { profile: stage.profile, interactive: false });
    await assert.rejects(failing, (error: Error) => {
      holdsNoSecret(`${error.message} ${String(error.stack)} ${JSON.stringify(error)}`);
      return true;
    });
  });

  test('not in the diagnosis, nor in the report it opens', async () => {
    const diagnosis = await runCommand('ncloudIp.doctor', { profile: stage.profile });
    holdsNoSecret(JSON.stringify(diagnosis));
    holdsNoSecret(shownDocument()!.getText());
  });

  test('not on the clipboard, whatever is copied', async () => {
    for (const format of ['link', 'cli', 'curl', 'json', 'markdown', 'csv']) {
      await runCommand('ncloudIp.copyAs', {
        profile: stage.profile,
        networkInterfaceNo: '701236',
        format,
        interactive: false,
      });
      holdsNoSecret(await env.clipboard.readText());
    }
  });

  test('not in any setting', () => {
    holdsNoSecret(JSON.stringify(workspace.getConfiguration()));
  });

  test('not in the log, which has a line for each request', async () => {
    const log = await logText();
    holdsNoSecret(log);
    assert.match(log, /→ \S+ GET getNetworkInterfaceList/);
    await commands.executeCommand('workbench.action.closePanel');
  });
});
