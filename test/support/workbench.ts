import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';
import { launchBrowser } from '../host/browser.mjs';
import { root } from '../host/paths.mjs';
import { startVscodeServer } from '../host/vscodeServer.mjs';
import { workbenchUrl } from '../host/workbenchUrl.mjs';
import { Documents } from './documents';
import { killExtensionHost } from './extensionHostProcess';
import { Keyboard } from './keyboard';
import { Menus } from './menus';
import { Notifications } from './notifications';
import { readClipboard, writeClipboard } from './pageScripts.mjs';
import { QuickInput } from './quickInput';
import { restMouse } from './restMouse';
import { TreeRows } from './treeRows';

/** What a workbench is opened with; everything has a sensible default. */
export interface WorkbenchOptions {
  /** A running sandbox: the extension under development starts with its profile. */
  readonly sandbox?: { readonly line: string };
  /** Display language as extensions see it; the workbench's own texts stay English. */
  readonly locale?: 'ko' | 'ja';
  /** A colour theme's settings id, e.g. `Default Dark Modern`. */
  readonly theme?: string;
  /** User settings on top of the quiet defaults (test/host/vscodeServer.mjs). */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment of the extension host. */
  readonly extensionEnv?: Readonly<Record<string, string>>;
  /** Installs test/support/clock, whose commands move the time of the extension host. */
  readonly clock?: boolean;
  /** Installs test/support/assistantHost, which calls tools; its environment is that of createAssistantHost. */
  readonly assistant?: boolean;
  /** Installs test/support/settingsHost: `setSettings` works. */
  readonly settable?: boolean;
  /** Installs test/support/latePage: the page of a drawn document hears of new texts as late as on a slow machine. */
  readonly latePages?: boolean;
  /** More of the extensions that come with VS Code than the tests of most files need, by their folders. */
  readonly bundled?: readonly string[];
  /** A second window of the same installation: both have one state and one server. */
  readonly beside?: Workbench;
  /** Own server with empty storage; otherwise the workbenches of a test file with equal options share one. */
  readonly freshServer?: boolean;
  /** Pixels per point of screenshots; 2 for pictures in the README. */
  readonly scale?: 1 | 2;
}

type Server = Awaited<ReturnType<typeof startVscodeServer>>;

/** Keys for what every test or file begins with; through the palette it would cost each of them a second. */
const tidyUpKey = 'Control+Alt+F9';
const startOverKey = 'Control+Alt+F8';
const tidyUp = [
  'notifications.clearAll',
  // A list that was typed would ask whether to save it.
  ...Array<string>(3).fill('workbench.action.revertAndCloseActiveEditor'),
  'workbench.action.closeAllEditors',
  'ncloudIp.refresh',
];
const startOver = [
  'ncloudIp.clearFilter',
  'ncloudIp.clearHistoryFilter',
  'ncloudIp.dismissResult',
  'workbench.actions.treeView.ncloudIp.network.collapseAll',
  // VS Code does not notice that selected rows are gone, and goes on showing the menu of several.
  ...['ncloudIp.network.focus', 'list.selectAll', 'list.clear'],
];

/**
 * The extensions of VS Code that the tests meet. With all of its ninety, each window starts six that they never use and reads the
 * grammars of 70 languages for the first document: a quarter of the time of a test file with documents.
 */
const bundled = [
  ...['theme-defaults', 'theme-seti', 'markdown-basics', 'markdown-language-features', 'markdown-math'],
  ...['json', 'json-language-features', 'yaml'],
];

const clockFolder = path.join(root, 'test', 'support', 'clock');
const assistantFolder = path.join(root, 'test', 'support', 'assistantHost');
const settingsFolder = path.join(root, 'test', 'support', 'settingsHost');
const latePageFolder = path.join(root, 'test', 'support', 'latePage');
const resultsFolder = path.join(root, 'test', 'e2e', '__results__');
const screenshotsFolder = path.join(root, 'test', 'e2e', '__screenshots__');

const sharedServers = new Map<string, Promise<Server>>();
const ownServers = new Set<Server>();
const opened = new Set<Workbench>();
/** All files of a worker share it. */
let browser: Browser | undefined;

/** A picture of each open window in test/e2e/__results__. */
export async function takePictures(test: string): Promise<void> {
  const name = test.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  for (const workbench of opened)
    await workbench.page.screenshot({ path: path.join(resultsFolder, `${name}.png`) }).catch(() => undefined);
}

/** Closes the windows that a test file left open, and their servers. The browser goes on with the next file. */
export async function closeWindows(): Promise<void> {
  const servers = [...sharedServers.values()];
  sharedServers.clear();
  await Promise.allSettled([...opened].map((workbench) => workbench.close()));
  // One that did not start has been told of by whoever asked for it.
  const started = await Promise.allSettled(servers);
  for (const server of started) if (server.status === 'fulfilled') await server.value.stop();
}

/** Leaves a window open for later files, one with a server of its own. */
export function keepOpen(workbench: Workbench): void {
  opened.delete(workbench);
}

/** The window belongs to this file again. */
export function takeUp(workbench: Workbench): void {
  opened.add(workbench);
}

/**
 * Opens a real VS Code with the built extension under development in a browser without a window and waits until it
 * can be used. Its server ends with the test file (windows.ts).
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const server = options.beside?.server ?? (await serverFor(options));
  if (!browser?.isConnected()) browser = await launchBrowser();
  const context =
    options.beside?.context ??
    (await browser.newContext({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
    }));
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(workbenchUrl(server.url, { extension: root }));
  await page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 30_000 });
  const workbench = new Workbench(page, context, server);
  page.on('console', (message) => {
    const text = message.text();
    // The window asks for extensions, where its own policy refuses the address that the tests gave it for them.
    if (message.type() === 'error' && text.includes('Content Security Policy') && !text.includes('/extensionquery'))
      workbench.policyViolations.push(text);
  });
  opened.add(workbench);
  return workbench;
}

/** A VS Code window, driven as a person would: by mouse, keyboard and what is to be read on the screen. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly tree: TreeRows;
  readonly notifications: Notifications;
  readonly menus: Menus;
  readonly keyboard: Keyboard;
  readonly documents: Documents;
  /** What the policy of a page within the window refused. */
  readonly policyViolations: string[] = [];

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly server: Server,
  ) {
    this.quickInput = new QuickInput(page);
    this.tree = new TreeRows(page);
    this.notifications = new Notifications(page);
    this.menus = new Menus(page);
    this.documents = new Documents(page);
    this.keyboard = new Keyboard(page, this.quickInput, this.tree);
  }

  /** Shows a view container by its activity-bar label; does nothing when it is shown already. */
  async openView(label: string): Promise<void> {
    const item = this.page.locator(`.activitybar .action-item:has(a[aria-label^="${label}"])`);
    await item.waitFor({ timeout: 30_000 });
    if (!(await item.getAttribute('class'))?.includes('checked')) await item.click();
    await restMouse(this.page);
    await this.page.locator('.sidebar .composite.title', { hasText: label }).waitFor();
  }

  /** Runs a command by its palette title, e.g. `NAVER Cloud IP: Refresh`. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.type(`>${title}`);
    await this.quickInput.pick(title);
  }

  /** Leaves whatever asks something: dialogs, quick inputs, menus. */
  async dismissAll(): Promise<void> {
    const asking = this.page.locator('.quick-input-widget, .monaco-dialog-box, .monaco-menu').filter({ visible: true });
    for (let left = 5; left > 0 && (await asking.count()) > 0; left--) await this.page.keyboard.press('Escape');
  }

  /** No toast, no open editor, and the network is read again. */
  async tidyUp(): Promise<void> {
    await this.page.keyboard.press(tidyUpKey);
  }

  /** No filter, nothing selected, every row and the history closed. */
  async startOver(): Promise<void> {
    const history = this.page.locator('.sidebar .pane-header[aria-label^="History"][aria-expanded="true"]');
    if ((await history.count()) > 0) await history.click();
    await this.page.keyboard.press(startOverKey);
  }

  /** Changes user settings at once; null is the default. */
  async setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const wanted = path.join(this.server.dataFolder, 'extensions', path.basename(settingsFolder), 'wanted.json');
    fs.writeFileSync(`${wanted}.new`, JSON.stringify(settings));
    fs.renameSync(`${wanted}.new`, wanted);
    await vi.waitUntil(() => !fs.existsSync(wanted), { interval: 20, timeout: 15_000 });
    if (fs.existsSync(`${wanted}.refused`)) throw new Error(`VS Code refused the settings ${JSON.stringify(settings)}`);
  }

  /** Makes the side bar this wide (pixels), so that pictures show whole rows. */
  async resizeSideBar(width: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('the side bar is closed');
    await this.page.mouse.move(box.x + box.width, 300);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, 300, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Presses keys one after the other, e.g. `press('ArrowDown', 'Enter')`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What was copied last. */
  readClipboard(): Promise<string> {
    return this.page.evaluate(readClipboard);
  }

  /** Puts a text on the clipboard, as if copied from elsewhere. */
  async writeClipboard(text: string): Promise<void> {
    await this.page.evaluate(writeClipboard, text);
  }

  /**
   * Takes a picture, with the mouse out of the way and nothing blinking. It goes to test/e2e/__screenshots__/name.png
   * when there is none yet or with UPDATE_SCREENSHOTS=1; otherwise to test/e2e/__results__, so that a test run leaves
   * the repository as it was.
   */
  async screenshot(name: string): Promise<void> {
    const kept = path.join(screenshotsFolder, `${name}.png`);
    const isKept = Boolean(process.env.UPDATE_SCREENSHOTS) || !fs.existsSync(kept);
    await this.page.mouse.move(1279, 400);
    await this.page.waitForTimeout(300);
    await this.page.screenshot({
      path: isKept ? kept : path.join(resultsFolder, `${name}.png`),
      caret: 'hide',
      animations: 'disabled',
    });
  }

  /** Kills the extension host as a crash would and waits for the next one. The window stays, and with it the secrets. */
  async killExtensionHost(): Promise<void> {
    await killExtensionHost(this.server.pid);
  }

  /** The folder that the server keeps for extensions, e.g. `globalStorage/ncloud-ip.ncloud-ip`. */
  storageFolder(): string {
    return path.join(this.server.dataFolder, 'data', 'User', 'globalStorage', 'ncloud-ip.ncloud-ip');
  }

  /** Closes the window, and the server when it was its own. */
  async close(): Promise<void> {
    opened.delete(this);
    try {
      await this.context.close();
    } finally {
      if (ownServers.delete(this.server)) await this.server.stop();
    }
  }
}

async function serverFor(options: WorkbenchOptions): Promise<Server> {
  const { sandbox, locale, theme, settings, extensionEnv, clock, assistant, settable, latePages } = options;
  const asked = [
    sandbox?.line,
    locale,
    theme,
    settings,
    extensionEnv,
    clock,
    assistant,
    settable,
    latePages,
    options.bundled,
  ];
  const key = JSON.stringify(asked);
  if (options.freshServer) {
    const server = await startServer(options);
    ownServers.add(server);
    return server;
  }
  const shared = sharedServers.get(key) ?? startServer(options);
  sharedServers.set(key, shared);
  return shared;
}

function startServer(options: WorkbenchOptions): Promise<Server> {
  const { sandbox, locale, theme, settings, extensionEnv, clock, assistant, settable, latePages } = options;
  return startVscodeServer({
    ownHome: true,
    bundled: [...bundled, ...(options.bundled ?? [])],
    keybindings: [
      { key: keyOf(tidyUpKey), command: 'runCommands', args: { commands: tidyUp } },
      { key: keyOf(startOverKey), command: 'runCommands', args: { commands: startOver } },
    ],
    settings: { ...(theme && { 'workbench.colorTheme': theme }), ...settings },
    env: {
      ...(sandbox && { NCLOUD_IP_DEV_SANDBOX: sandbox.line }),
      ...extensionEnv,
    },
    ...(locale && { locale }),
    extensions: [
      ...(clock ? [clockFolder] : []),
      ...(assistant ? [assistantFolder] : []),
      ...(settable ? [settingsFolder] : []),
      ...(latePages ? [latePageFolder] : []),
    ],
  });
}

/** As VS Code writes it. */
const keyOf = (key: string): string => key.replace('Control', 'ctrl').toLowerCase();
