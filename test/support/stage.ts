import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { ArrivedRequest } from './sandboxControls';
import { beginAnew, leaveStageWindow, takeStageWindow, type StageWindow, type StageWindowOptions } from './stageWindow';

/** Where the tests of a file play: one sandbox process and one window on it, both there before the first test. */
export interface Stage extends StageWindow {
  /** The calls that would change something, as the sandbox got them. */
  writes(): Promise<ArrivedRequest[]>;
  /** The secondary IPs that an interface really has. */
  secondaryIps(networkInterfaceNo: string): Promise<readonly string[]>;
}

/**
 * Takes a sandbox process and a window for the test file. Each test begins with the sandbox as at its start, the network
 * read again, no dialog, no quick input, no toast and no open editor.
 */
export function useStage(options: StageWindowOptions = {}): Stage {
  let stage: StageWindow | undefined;
  let passed = true;
  beforeAll(async () => {
    stage = await takeStageWindow(options);
  });
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') passed = false;
  });
  afterAll(() => stage && leaveStageWindow(stage, options, passed));

  const result = {
    get workbench() {
      return stage!.workbench;
    },
    get sandbox() {
      return stage!.sandbox;
    },
    writes: async () => (await stage!.sandbox.requests()).filter(({ action }) => /^(un)?assign/.test(action)),
    async secondaryIps(wanted: string) {
      const { regions } = await stage!.sandbox.state();
      const all = regions.flatMap(({ interfaces }) => interfaces);
      return all.find(({ networkInterfaceNo }) => networkInterfaceNo === wanted)?.secondaryIpList ?? [];
    },
  };
  beforeEach(() => beginAnew(result, options));
  return result;
}
