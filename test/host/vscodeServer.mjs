import fs from 'node:fs';
import path from 'node:path';
import { ensureHost } from './ensureHost.mjs';
import { writeLanguagePack } from './languagePack.mjs';
import { projectNode } from './paths.mjs';
import { endGroup, spawnGroup } from './processes.mjs';
import { readLines } from './readLines.mjs';
import { createTemporaryFolder, removeTemporaryFolder } from './temporaryFolder.mjs';

const defaultSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** The host stays on this machine: an address where nobody listens instead of the default marketplace. */
const noGallery = {
  EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: 'http://127.0.0.1:9', itemUrl: 'http://127.0.0.1:9' }),
};

/**
 * Starts the npm-only VS Code with a fresh data folder and waits until it listens (about 4 s).
 * `env` reaches the extension host as well. `settings` are the user's settings; `port` 0 takes a free one.
 * `keybindings` are the user's own, `extensions` folders of extensions that are installed.
 * With `ownHome` the extension host has an empty home folder instead of the person's.
 * Of the extensions that come with VS Code it has those of `bundled`, by their folders, else all.
 * `logFile` gets everything the server prints; without the native spdlog that is also where its log goes.
 * @param {{ env?: Record<string, string>, settings?: Record<string, unknown>, keybindings?: readonly object[], extensions?: readonly string[], locale?: string, port?: number, ownHome?: boolean, bundled?: readonly string[] }} [options]
 */
export async function startVscodeServer(options = {}) {
  const {
    env = {},
    settings = {},
    keybindings = [],
    extensions = [],
    locale,
    port = 0,
    ownHome = false,
    bundled,
  } = options;
  const vscode = await ensureHost();
  const dataFolder = createTemporaryFolder('vscode');
  const userFolder = path.join(dataFolder, 'data', 'User');
  fs.mkdirSync(userFolder, { recursive: true });
  const settingsFile = path.join(userFolder, 'settings.json');
  fs.writeFileSync(settingsFile, JSON.stringify({ ...defaultSettings, ...settings }, null, 2));
  fs.writeFileSync(path.join(userFolder, 'keybindings.json'), JSON.stringify(keybindings));
  for (const folder of extensions) {
    fs.cpSync(folder, path.join(dataFolder, 'extensions', path.basename(folder)), { recursive: true });
  }
  if (locale) writeLanguagePack(path.join(dataFolder, 'data'), locale);

  const home = path.join(dataFolder, 'home');
  if (ownHome) fs.mkdirSync(home);
  const homeEnvironment = ownHome ? { HOME: home, USERPROFILE: home } : {};

  const child = spawnGroup(
    projectNode,
    [
      'out/server-main.js',
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--accept-server-license-terms', '--server-data-dir', dataFolder, '--telemetry-level', 'off'],
      ...(locale ? ['--locale', locale] : []),
      ...(bundled ? ['--builtin-extensions-dir', linkBundled(bundled, vscode, dataFolder)] : []),
    ],
    {
      cwd: vscode,
      env: { ...inheritedEnvironment(), ...noGallery, ...homeEnvironment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const logFile = path.join(dataFolder, 'server.log');
  const log = fs.createWriteStream(logFile);
  child.stderr.on('data', (chunk) => log.write(chunk));
  const stop = async () => {
    await endGroup(child.pid);
    log.end();
    removeTemporaryFolder(dataFolder);
  };
  try {
    const url = await listening(child, log);
    return { url, pid: child.pid, dataFolder, settingsFile, logFile, exited: exitOf(child), stop };
  } catch (error) {
    const tail = fs.readFileSync(logFile, 'utf8').slice(-2000);
    await stop();
    throw new Error(`VS Code did not start: ${error.message}\n${tail}`, { cause: error });
  }
}

/** A folder with some of the extensions that come with VS Code. */
function linkBundled(names, vscode, dataFolder) {
  const folder = path.join(dataFolder, 'bundled');
  fs.mkdirSync(folder);
  for (const name of names) {
    const extension = path.join(vscode, 'extensions', name);
    if (!fs.existsSync(extension)) throw new Error(`VS Code comes with no extension ${name}`);
    fs.symlinkSync(extension, path.join(folder, name), 'junction');
  }
  return folder;
}

/** @param {import('node:child_process').ChildProcess} child */
async function listening(child, log) {
  const line = await readLines(child, (text) => /^Web UI available at http:\/\/\S+?:(\d+)/.exec(text), 60_000, log);
  return `http://127.0.0.1:${line[1]}`;
}

function exitOf(child) {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
}

/** A VS Code started from a terminal of another VS Code must not take over that one's session. */
function inheritedEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS|npm_)/i.test(name)),
  );
}
