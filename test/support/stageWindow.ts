import { vi } from 'vitest';
import { startSandboxProcess } from '../host/sandboxProcess.mjs';
import type { SandboxOptions } from '../../src/sandbox/sandboxOptions';
import { sandboxControls, type SandboxControls } from './sandboxControls';
import { keepOpen, openWorkbench, takeUp, type Workbench, type WorkbenchOptions } from './workbench';

/** What a started sandbox process is known by. */
interface SandboxProcess {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly controlToken: string;
  /** The JSON line it printed. */
  readonly line: string;
  stop(): Promise<void>;
}

/** One sandbox process and one window on it. */
export interface StageWindow {
  readonly workbench: Workbench;
  readonly sandbox: SandboxControls & SandboxProcess;
}

export interface StageWindowOptions extends Omit<WorkbenchOptions, 'sandbox'> {
  /** What the sandbox is reset with, instead of a small network whose changes take 200 ms. */
  readonly sandbox?: Pick<SandboxOptions, 'scenario' | 'nics' | 'delay'>;
  /** Not the window that files share, because the tests leave something behind. */
  readonly ownWindow?: boolean;
}

/** The window that the files of this worker share, and what is set in it; none while one of them has it. */
let resting: (StageWindow & { readonly settings: object }) | undefined;

/**
 * A window that shows the whole region, its view as at first sight. Files that ask for no special one share one as long as their
 * tests pass: starting a window takes longer than most files.
 */
export async function takeStageWindow(options: StageWindowOptions): Promise<StageWindow> {
  if (!isShareable(options)) return open(options);
  const rested = resting;
  // Whatever fails from here on, nobody takes it once more.
  resting = undefined;
  // One that cannot be as at first any more fails nobody's tests: there are others.
  const isReady =
    rested !== undefined &&
    (await showAsAtFirst(rested).then(
      () => true,
      () => false,
    ));
  if (rested && !isReady) await end(rested);
  const fresh = { settable: true, freshServer: true, sandbox: options.sandbox ?? {} };
  const window = isReady ? rested : await open(fresh);
  const before = Object.keys(isReady ? rested.settings : {}).map((name) => [name, null] as const);
  await window.workbench.setSettings({ ...Object.fromEntries<unknown>(before), ...options.settings });
  return window;
}

/** Ends the window, or leaves it to the next file when it can be shared and every test passed. */
export async function leaveStageWindow(
  window: StageWindow,
  options: StageWindowOptions,
  passed: boolean,
): Promise<void> {
  if (isShareable(options) && passed && !resting && (await isOfSandbox(window))) {
    keepOpen(window.workbench);
    resting = { ...window, settings: options.settings ?? {} };
    return;
  }
  await end(window);
}

async function end({ workbench, sandbox }: StageWindow): Promise<void> {
  try {
    await workbench.close();
  } finally {
    await sandbox.stop();
  }
}

/** The sandbox as at its start, the network read again, no dialog, no quick input, no toast and no open editor. */
export async function beginAnew({ workbench, sandbox }: StageWindow, options: StageWindowOptions): Promise<void> {
  await workbench.dismissAll();
  // Everything that another file may have changed is said.
  await sandbox.reset({ scenario: 'small', delay: 200, ...options.sandbox });
  // Keys that are pressed while a page within the window takes or loses the focus reach nobody: then once more.
  let looks = 0;
  const isReadAgain = async (): Promise<boolean> => {
    if (looks++ % 80 === 0) await workbench.tidyUp();
    return (await sandbox.requests()).some((one) => one.action === 'getNetworkInterfaceList' && one.status);
  };
  await vi.waitUntil(isReadAgain, { interval: 50, timeout: 20_000 });
  await workbench.openView('NAVER Cloud IP');
  await workbench.tree.waitUntilRead();
  // VS Code redraws a tree up to 200 ms after it was told to, and a click in between meets no node.
  await workbench.page.waitForTimeout(400);
  await sandbox.clearRequests();
}

/** Languages, colours and extensions are those of a window from its start. */
function isShareable(options: StageWindowOptions): boolean {
  return Object.keys(options).every((name) => name === 'sandbox' || name === 'settings');
}

async function open(options: StageWindowOptions): Promise<StageWindow> {
  const started = (await startSandboxProcess()) as SandboxProcess;
  const sandbox = { ...started, ...sandboxControls(started) };
  try {
    await sandbox.reset({ delay: 200, ...options.sandbox });
    const workbench = await openWorkbench({ ...options, sandbox });
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(460);
    // Until the extension runs, its commands are not offered. The view says from when the whole region is.
    await workbench.page.locator('.sidebar .pane-header .description', { hasText: /\d:\d\d/ }).waitFor();
    return { workbench, sandbox };
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

/** What is shown may be another profile by now, or another region. */
async function isOfSandbox({ workbench }: StageWindow): Promise<boolean> {
  const description = workbench.page.locator('.sidebar .pane-header .description').first();
  const shown = await description.textContent({ timeout: 2_000 }).catch(() => null);
  return shown?.startsWith('Sandbox · KR · as of') === true;
}

/** Rows of subnets closed, the history too, no filter: what a new window shows. */
async function showAsAtFirst(window: StageWindow): Promise<void> {
  const { workbench } = window;
  takeUp(workbench);
  workbench.policyViolations.length = 0;
  // Only a page in front has the clipboard.
  await workbench.page.bringToFront();
  await beginAnew(window, {});
  await workbench.resizeSideBar(460);
  await workbench.startOver();
  await workbench.tree.openRoots();
}
