import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds, viewIds } from '../../src/contributions';
import { runCommand } from './support/runCommand';

/** package.json as VS Code read it: texts are in the language of the window. */
interface Manifest {
  readonly displayName: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

suite('contributions', () => {
  const extension = vscode.extensions.getExtension<unknown>('ncloud-ip.ncloud-ip')!;
  const { contributes, displayName } = extension.packageJSON as Manifest;
  suiteSetup(() => runCommand('ncloudIp.switchProfile', { profile: 'nobody' }));

  test('every command of the manifest is registered, and no other', async () => {
    const all = await vscode.commands.getCommands(true);
    // Views bring commands of their own, such as ncloudIp.network.focus.
    const registered = all.filter((id) => /^ncloudIp\.\w+$/.test(id));
    const declared = contributes.commands.map(({ command }) => command);
    assert.deepEqual(registered.sort(), declared.sort());
    assert.deepEqual(declared.sort(), [...commandIds].sort());
  });

  test('every view of the manifest is there, and no other', async () => {
    const declared = Object.values(contributes.views).flat();
    assert.deepEqual(declared.map(({ id }) => id).sort(), Object.values(viewIds).sort());
    const all = await vscode.commands.getCommands(true);
    for (const { id } of declared) assert.ok(all.includes(`${id}.focus`), id);
  });

  test('every setting has the default of the manifest', () => {
    const { properties } = contributes.configuration;
    assert.ok(Object.keys(properties).length > 0);
    for (const [id, { default: wanted }] of Object.entries(properties)) {
      assert.deepEqual(vscode.workspace.getConfiguration().inspect(id)?.defaultValue, wanted, id);
    }
  });

  test('every text of the manifest was found', () => {
    const texts = [
      displayName,
      ...contributes.commands.map(({ title }) => title),
      ...Object.values(contributes.views).flatMap((views) => views.map(({ name }) => name)),
      ...contributes.viewsWelcome.map(({ contents }) => contents),
    ];
    assert.deepEqual(
      texts.filter((text) => text.trim() === '' || /^%.*%$/.test(text)),
      [],
    );
  });
});
