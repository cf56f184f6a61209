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
  fs.writeFileSync(stampFile, wanted);
  console.log(`VS Code installed (${((Date.now() - started) / 1000).toFixed(0)} s)`);
}

function stamp() {
  const hash = createHash('sha256');
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
