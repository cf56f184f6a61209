import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { outsideSandbox } from './support/outsideSandbox';

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
    assert.equal((await outsideSandbox().state()).scenario, 'small');
  });
});
