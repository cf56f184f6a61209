import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureHost } from './ensureHost.mjs';
import { projectNode } from './paths.mjs';

/**
 * Installs a VSIX into `<folder>/extensions` with the npm-only VS Code, as a person would, and tells where it is and what
 * VS Code calls it (`publisher.name@version`).
 * @param {string} file
 * @param {string} folder
 */
export async function installVsix(file, folder) {
  const host = await ensureHost();
  const extensions = path.join(folder, 'extensions');
  const places = ['--extensions-dir', extensions, '--server-data-dir', path.join(folder, 'data')];
  const run = (...args) =>
    execFileSync(projectNode, ['out/server-main.js', ...args, ...places, '--accept-server-license-terms'], {
      cwd: host,
      encoding: 'utf8',
    });
  run('--install-extension', file);
  const listed = run('--list-extensions', '--show-versions').trim().split(/\s+/).at(-1) ?? '';
  const [id = ''] = listed.split('@');
  const name = fs.readdirSync(extensions).find((one) => one.startsWith(id));
  return { listed, folder: path.join(extensions, name ?? '') };
}
