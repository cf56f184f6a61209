import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hostRoom } from './paths.mjs';
import { withLock } from './withLock.mjs';

/**
 * A program of a Debian package: the one that is installed, or the package unpacked into .vscode-test/ with what it needs
 * and the machine lacks. Nothing is installed on the machine. Without apt or its servers there is only a reason.
 * @param {string} name of the program
 * @param {string} [from] its package, where that has another name
 * @returns {Promise<{ file: string, env: Record<string, string> } | { reason: string }>}
 */
export async function debianTool(name, from = name) {
  const installed = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin']
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));
  if (installed) return { file: installed, env: {} };
  const folder = path.join(hostRoom, 'debian', from);
  const find = () =>
    ['usr/sbin', 'usr/bin'].map((place) => path.join(folder, place, name)).find((file) => fs.existsSync(file));
  const reason = find() ? '' : await withLock(`${folder}.lock`, async () => (find() ? '' : unpack(from, folder)));
  const file = find();
  if (!file) return { reason: reason || `the package ${from} has no program of that name` };
  const found = libraries(folder);
  return { file, env: found.length > 0 ? { LD_LIBRARY_PATH: found.join(':') } : {} };
}

/** Returns why it could not be done, or nothing. */
function unpack(name, folder) {
  const listed = () => run('apt-get', ['--simulate', '--yes', '--no-install-recommends', 'install', name], '/');
  let list = listed();
  if (list.error) return 'this machine has no apt-get';
  // A fresh machine has no lists of packages yet.
  if (list.status !== 0 && run('apt-get', ['--quiet', 'update'], '/').status === 0) list = listed();
  const packages = [...list.stdout.matchAll(/^Inst (\S+)/gm)].map(([, one]) => one);
  if (packages.length === 0) return `apt-get does not know the package ${name}`;
  const incoming = `${folder}.incoming`;
  fs.rmSync(incoming, { recursive: true, force: true });
  fs.mkdirSync(incoming, { recursive: true });
  if (run('apt-get', ['--quiet', 'download', ...packages], incoming).status !== 0)
    return `${name} cannot be downloaded`;
  for (const file of fs.globSync('*.deb', { cwd: incoming })) run('dpkg-deb', ['--extract', file, 'root'], incoming);
  fs.renameSync(path.join(incoming, 'root'), folder);
  fs.rmSync(incoming, { recursive: true, force: true });
  return '';
}

const libraries = (folder) =>
  ['usr/lib', 'lib']
    .flatMap((place) => fs.globSync(`${place}/*-linux-gnu*`, { cwd: folder }))
    .map((place) => path.join(folder, place));

const run = (command, args, cwd) => spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 180_000 });
