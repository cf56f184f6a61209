import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { hostRoom, projectNode } from './paths.mjs';
import { withLock } from './withLock.mjs';

const installed = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ].map((name) => path.join(process.env[variable] ?? 'C:\\', name)),
  ),
};

/**
 * The path of a browser of the Chromium family: CHROME_PATH, else an installed one, else Playwright's own download,
 * else (root on Debian) the distribution's package. Korean and Japanese fonts come with the last where they are
 * missing, or the screenshots would show empty boxes.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found && hasFonts()) return found;
  return withLock(path.join(hostRoom, 'browser.lock'), () => {
    const path = findBrowser() ?? downloadBrowser() ?? installDebianPackages(['chromium']);
    if (!path) throw new Error('No Chromium, Chrome or Edge here, and none could be installed. Set CHROME_PATH.');
    if (!hasFonts()) installDebianPackages(['fonts-noto-cjk']);
    return Promise.resolve(path);
  });
}

/** Starts the browser without a window. */
export async function launchBrowser() {
  const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  flags.push('--disable-component-update', '--disable-sync', '--font-render-hinting=none');
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  return chromium.launch({ executablePath: await ensureBrowser(), args: flags });
}

function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!fs.existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
    return named;
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = (installed[process.platform] ?? []).flatMap((name) =>
    path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name)),
  );
  return [...candidates, chromium.executablePath()].find((file) => fs.existsSync(file));
}

function downloadBrowser() {
  console.log("no browser found: trying Playwright's download …");
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const { status } = spawnSync(projectNode, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000', ...process.env },
  });
  const file = chromium.executablePath();
  return status === 0 && fs.existsSync(file) ? file : undefined;
}

/** Gives the browser's path when there is one afterwards. */
function installDebianPackages(names) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return undefined;
  console.log(`installing Debian packages: ${names.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env });
  apt('update', '-q');
  const { status, stderr } = apt('install', '-y', '-q', '--no-install-recommends', ...names);
  if (status !== 0) console.error(`apt-get could not install ${names.join(' ')}\n${stderr}`);
  return findBrowser();
}

/** Only Debian as root is looked at: elsewhere fonts are the person's own business. */
function hasFonts() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return true;
  const { error, stdout } = spawnSync('fc-list', [':lang=ko'], { encoding: 'utf8' });
  return !error && stdout.trim() !== '';
}
