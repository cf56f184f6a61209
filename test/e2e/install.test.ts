import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { expect, it, onTestFinished } from 'vitest';
import { ensureHost } from '../host/ensureHost.mjs';
import { projectNode, root } from '../host/paths.mjs';

it('the VSIX installs into a real VS Code, with its bundles and texts', { timeout: 120_000 }, async () => {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'ncloud-ip-vsix-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  // A copy, so that the packaging's production build does not replace the bundles that other tests run.
  const source = path.join(folder, 'source');
  const texts = fs.readdirSync(root).filter((name) => name.startsWith('package.nls'));
  for (const name of ['dist', 'media', 'l10n', 'README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore', ...texts]) {
    fs.cpSync(path.join(root, name), path.join(source, name), { recursive: true });
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  fs.writeFileSync(path.join(source, 'package.json'), JSON.stringify({ ...manifest, scripts: {} }));
  const file = path.join(folder, 'extension.vsix');
  await createVSIX({ cwd: source, packagePath: file, dependencies: false });

  const host = await ensureHost();
  const extensions = path.join(folder, 'extensions');
  const places = ['--extensions-dir', extensions, '--server-data-dir', path.join(folder, 'data')];
  const run = (...args: string[]): string =>
    execFileSync(projectNode, ['out/server-main.js', ...args, ...places, '--accept-server-license-terms'], {
      cwd: host,
      encoding: 'utf8',
    });
  run('--install-extension', file);
  expect(run('--list-extensions', '--show-versions')).toContain(`ncloud-ip.ncloud-ip@${String(manifest.version)}`);
  const [installed = ''] = fs.readdirSync(extensions).filter((name) => name.startsWith('ncloud-ip.'));
  const bundles = fs.readdirSync(path.join(extensions, installed, 'dist')).sort();
  const names = [
    'api',
    'change',
    'doctor',
    'extension',
    'features',
    'guest',
    'journal',
    'list',
    'listEditor',
    'sandbox',
  ];
  expect(bundles).toEqual(names.map((name) => `${name}.js`));
  expect(fs.readdirSync(path.join(extensions, installed, 'l10n')).length).toBe(2);
});
