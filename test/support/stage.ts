import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { startSandboxProcess } from '../host/sandboxProcess.mjs';
import { sandboxControls, type ArrivedRequest, type SandboxControls } from './sandboxControls';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench';

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

/** Where the tests of a file play: one sandbox process and one window on it. */
export interface Stage {
  /** Filled before the first test. */
  readonly workbench: Workbench;
  readonly sandbox: SandboxControls & SandboxProcess;
  /** The calls that would change something, as the sandbox got them. */
  writes(): Promise<ArrivedRequest[]>;
  /** The secondary IPs that an interface really has. */
  secondaryIps(networkInterfaceNo: string): Promise<readonly string[]>;
}

export interface StageOptions extends Omit<WorkbenchOptions, 'sandbox'> {
  /** Options of the sandbox process. */
  readonly sandbox?: readonly string[];
}

/**
 * Starts a sandbox process and a window for the test file. Each test begins with the sandbox as at its start, the network
 * read again, no dialog, no quick input, no toast and no open editor.
 */
export function useStage({ sandbox: args = ['--delay', '200'], ...options }: StageOptions = {}): Stage {
  const stage: { workbench?: Workbench; sandbox?: Stage['sandbox'] } = {};
  beforeAll(async () => {
    const sandbox = (await startSandboxProcess([...args])) as SandboxProcess;
    stage.sandbox = { ...sandbox, ...sandboxControls(sandbox) };
    stage.workbench = await openWorkbench({ ...options, sandbox });
    await stage.workbench.openView('NAVER Cloud IP');
    await stage.workbench.resizeSideBar(460);
    // Until the extension runs, its commands are not offered. The view says from when the whole region is.
    await stage.workbench.page.locator('.sidebar .pane-header .description', { hasText: /\d:\d\d/ }).waitFor();
  });
  afterAll(() => stage.sandbox?.stop());

  const result = {
    get workbench() {
      return stage.workbench!;
    },
    get sandbox() {
      return stage.sandbox!;
    },
    writes: async () => (await stage.sandbox!.requests()).filter(({ action }) => /^(un)?assign/.test(action)),
    async secondaryIps(wanted: string) {
      const { regions } = await stage.sandbox!.state();
      const all = regions.flatMap(({ interfaces }) => interfaces);
      return all.find(({ networkInterfaceNo }) => networkInterfaceNo === wanted)?.secondaryIpList ?? [];
    },
  };
  beforeEach(() => begin(result));
  return result;
}

async function begin({ workbench, sandbox }: Stage): Promise<void> {
  await workbench.dismissAll();
  await sandbox.reset();
  // Keys that are pressed while a page within the window takes or loses the focus reach nobody: then once more.
  let looks = 0;
  const isReadAgain = async (): Promise<boolean> => {
    if (looks++ % 40 === 0) await workbench.tidyUp();
    return (await sandbox.requests()).some((one) => one.action === 'getNetworkInterfaceList' && one.status);
  };
  await expect.poll(isReadAgain, { interval: 100, timeout: 20_000 }).toBeTruthy();
  await workbench.openView('NAVER Cloud IP');
  await workbench.tree.waitUntilRead();
  // VS Code redraws a tree up to 200 ms after it was told to, and a click in between meets no node.
  await workbench.page.waitForTimeout(400);
  await sandbox.clearRequests();
}
