import { afterAll, beforeAll, beforeEach, type RunnerTask } from 'vitest';
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
  beforeAll(async () => {
    stage = await takeStageWindow(options);
  });
  // eslint-disable-next-line no-empty-pattern -- Vitest wants to read there which fixtures are asked for.
  afterAll(async ({}, { tasks }) => {
    if (stage) await leaveStageWindow(stage, options, tasks.every(isPassed));
  });

  const result = {
    get workbench() {
      return stage!.workbench;
    },
    get sandbox() {
      return stage!.sandbox;
    },
    writes: () => stage!.sandbox.writes(),
    async secondaryIps(wanted: string) {
      const { regions } = await stage!.sandbox.state();
      const all = regions.flatMap(({ interfaces }) => interfaces);
      return all.find(({ networkInterfaceNo }) => networkInterfaceNo === wanted)?.secondaryIpList ?? [];
    },
  };
  beforeEach(() => beginAnew(result, options));
  return result;
}

/** At the first try: a test that needed a second one left what nobody expects. */
function isPassed(task: RunnerTask): boolean {
  if (task.type === 'suite') return task.tasks.every(isPassed);
  return task.mode !== 'run' || (task.result?.state === 'pass' && !task.result.retryCount);
}
