import assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('the host', () => {
  test('is at least the VS Code that the manifest asks for', () => {
    const manifest = vscode.extensions.getExtension('ncloud-ip.ncloud-ip')?.packageJSON as {
      engines: { vscode: string };
    };
    const wanted = manifest.engines.vscode.replace('^', '').split('.').map(Number);
    const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
    assert.ok(major > wanted[0]! || (major === wanted[0] && minor >= wanted[1]!), vscode.version);
  });

  test('hands the running sandbox to the suite', async () => {
    const { url } = JSON.parse(process.env.NCLOUD_IP_TEST_SANDBOX ?? '{}') as { url: string };
    const answer = await fetch(`${url}/__sandbox__/state`);
    assert.equal(answer.status, 200);
  });
});
