import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { onOrphaned } from './onOrphaned.mjs';
import { hostRoom, projectNode, root } from './paths.mjs';
import { withLock } from './withLock.mjs';

const stampFile = path.join(root, 'node_modules', '.ncloud-ip-stamp');

/**
 * Makes the working tree ready for a command and goes on in the project's own Node: installs when node_modules is
 * missing or does not belong to package-lock.json, then, when this process is another Node, runs the same command
 * line again in Node 24 and ends with its exit code. Returns only in the project's Node. This file and what it
 * imports must run on Node 18 without node_modules.
 */
export async function ensureInstalled() {
  try {
    await withLock(path.join(hostRoom, 'install.lock'), install);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  if (isProjectNode()) return;
  process.exit(await runAgain());
}

async function install() {
  const wanted = `${hashOf('package-lock.json')}\n`;
  if (fs.existsSync(projectNode) && readText(stampFile) === wanted) return;
  console.log('installing npm packages …');
  const started = Date.now();
  // Windows cannot delete the running node.exe, which `npm ci` would begin with.
  const verb = process.platform === 'win32' && isProjectNode() ? 'install' : 'ci';
  const result = runNpm([verb, '--no-audit', '--no-fund', '--loglevel=error'], root);
  if (result !== 0) throw new Error(`npm ${verb} failed (exit code ${result})`);
  fs.writeFileSync(stampFile, wanted);
  console.log(`npm packages installed (${((Date.now() - started) / 1000).toFixed(0)} s)`);
}

/**
 * Runs npm with the machine's own Node: node_modules/.bin is taken off the PATH because an installation replaces the
 * Node that lives there. Only complaints are printed (standard error). Gives the exit code.
 * @param {string[]} args
 * @param {string} cwd
 */
export function runNpm(args, cwd) {
  const own = path.join('node_modules', '.bin');
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = (process.env[key] ?? '').split(path.delimiter).filter((folder) => !folder.endsWith(own));
  const env = { ...process.env, [key]: folders.join(path.delimiter) };
  // npm hands its own settings down as npm_*; an installation elsewhere must not inherit this project's.
  for (const name of Object.keys(env))
    if (/^npm_(config_(local_)?prefix|package_|lifecycle_)/i.test(name)) delete env[name];
  const windows = process.platform === 'win32';
  const result = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  });
  return result.status ?? 1;
}

function isProjectNode() {
  return realPath(process.execPath) === realPath(projectNode);
}

function runAgain() {
  const child = spawn(projectNode, process.argv.slice(1), { stdio: 'inherit' });
  // Ctrl+C reaches the child by the terminal; what a parent sends reaches only us.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  onOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(String(error));
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function hashOf(name) {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, name)))
    .digest('hex');
}

function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

function realPath(file) {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}
