import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runNpm } from './ensureInstalled.mjs';
import { hostRoom, root } from './paths.mjs';
import { withLock } from './withLock.mjs';

/** code-server 4.139.1 carries the complete VS Code 1.139.1 server and browser workbench. */
const hostPackage = 'code-server@4.139.1';
const home = path.join(hostRoom, 'host');
const folder = path.join(home, 'node_modules', 'code-server', 'lib', 'vscode');
const stampFile = path.join(home, '.stamp');

/** Packages of VS Code whose native part is missing without install scripts, and what stands in for them. */
const standIns = { spdlog: 'spdlog.cjs', 'native-watchdog': 'nativeWatchdog.cjs' };

const workbenchFile = path.join('out', 'vs', 'code', 'browser', 'workbench', 'workbench.js');

/**
 * Two conditions of the workbench are changed so that an extension under development meets what users meet:
 * - The address' `extensionDevelopmentPath` and `extensionTestsPath` count only together with the smoke-test driver,
 *   and with the driver there are no toasts and the focus moves differently. They count always; the driver stays off.
 * - A crashed extension host is started again for users but not for developers. Now it is, except in a test run, whose
 *   end looks like a crash.
 */
const patches = [
  { from: 'this.payload&&(!this.isBuilt||this.enableSmokeTestDriver)', to: 'this.payload' },
  {
    from: '.isExtensionDevHost){this._onExtensionHostCrashed(',
    to: '.isExtensionDevTestFromCli){this._onExtensionHostCrashed(',
  },
];

/**
 * Installs the npm-only VS Code once and gives the folder it runs in. The two installations run without scripts: the
 * package's own postinstall would compile native modules, for which not every machine has what it takes.
 * @returns {Promise<string>}
 */
export async function ensureHost() {
  await withLock(path.join(hostRoom, 'host.lock'), () => {
    const wanted = stamp();
    if (!fs.existsSync(stampFile) || fs.readFileSync(stampFile, 'utf8') !== wanted) install(wanted);
    return Promise.resolve();
  });
  return folder;
}

function install(wanted) {
  console.log(`installing VS Code (${hostPackage}) …`);
  const started = Date.now();
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(home, { recursive: true });
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  npm(['install', '--prefix', home, ...quiet, hostPackage], home);
  npm(['install', '--omit=dev', ...quiet], folder);
  for (const [name, file] of Object.entries(standIns)) {
    fs.copyFileSync(standIn(file), path.join(folder, 'node_modules', '@vscode', name, 'index.js'));
  }
  applyPatches();
  fs.writeFileSync(stampFile, wanted);
  console.log(`VS Code installed (${((Date.now() - started) / 1000).toFixed(0)} s)`);
}

function applyPatches() {
  const file = path.join(folder, workbenchFile);
  let text = fs.readFileSync(file, 'utf8');
  for (const { from, to } of patches) {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`${hostPackage}: found ${parts.length - 1} times: ${from}`);
    text = parts.join(to);
  }
  fs.writeFileSync(file, text);
}

function stamp() {
  const hash = createHash('sha256').update(JSON.stringify(patches));
  for (const file of Object.values(standIns)) hash.update(fs.readFileSync(standIn(file)));
  return `${hostPackage} ${hash.digest('hex')}\n`;
}

function standIn(file) {
  return path.join(root, 'test', 'host', 'natives', file);
}

function npm(args, cwd) {
  const code = runNpm(args, cwd);
  if (code !== 0) throw new Error(`npm ${args[0]} in ${cwd} failed (exit code ${code})`);
}
