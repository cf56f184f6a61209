import type { NcloudApi } from '../../src/api/ncloudApi';
import type { ReadDeps } from '../../src/change/applyDeps';
import { applyPlan } from '../../src/change/applyPlan';
import { recoverEntry } from '../../src/change/recoverEntry';
import type { Network } from '../../src/model/network';
import type { Intent } from '../../src/plan/intent';
import { planChange } from '../../src/plan/planChange';
import { undoIntent } from '../../src/plan/undoIntent';
import { memoryJournal, type MemoryJournal } from '../support/memoryJournal';
import { recordLog } from '../support/recordLog';
import type { TestSandbox } from '../support/sandbox';
import { checkBelief } from './checkBelief';
import { checkNotRobbed } from './checkNotRobbed';
import type { Command, Script } from './command';
import type { Figures } from './figures';
import { mortal } from './mortal';
import { openApi, readPatiently } from './openApi';
import { mayHideTheTruth, order, toBeOwned } from './order';
import { toItems } from './toItems';
import type { VirtualTime } from './virtualTime';
import type { Window, Windows } from './windows';

const profile = { id: 'p1', name: 'Sandbox' };
const settle = { firstMs: 2_000, everyMs: 3_000, atMostMs: 45_000, workingMs: 90_000, ownMs: 30_000 };

/** Does everything a script says to a fresh sandbox and, after each command, holds belief against truth. */
export async function playScript(
  script: Script,
  sandbox: TestSandbox,
  time: VirtualTime,
  figures: Figures,
  windows: Windows,
): Promise<void> {
  await sandbox.reset({ delay: script.delay });
  await sandbox.clearFaults();
  const journal = memoryJournal();
  let entries = 0;
  for (const command of script.commands) {
    await sandbox.clearRequests();
    const api = openApi(sandbox, time);
    try {
      const [window, otherWindow] = [windows.open(), windows.open()];
      const id = `entry-${++entries}`;
      await playCommand(command, { sandbox, time, figures, journal, api, window, otherWindow, id });
    } finally {
      api.dispose();
    }
  }
}

interface Stage {
  readonly sandbox: TestSandbox;
  readonly time: VirtualTime;
  readonly figures: Figures;
  readonly journal: MemoryJournal;
  readonly api: NcloudApi;
  readonly id: string;
  readonly window: Window;
  readonly otherWindow: Window;
}

async function playCommand(command: Command, stage: Stage): Promise<void> {
  const { sandbox, time, figures, journal, api, id, window } = stage;
  await sandbox.clearFaults();
  await sandbox.settle();
  const before = await readPatiently(sandbox, time);
  const intent = intentOf(command, before, journal);
  const planned = planChange(intent, before);
  if (!planned.ok) {
    figures.count(`not planned: ${planned.problems[0]?.kind}`);
    return;
  }
  figures.count(planned.plan.undoes === undefined ? 'command' : 'command: undo');

  const foreign = await order(command, before, planned.plan, sandbox);
  await sandbox.clearRequests();
  let tree = before;
  const following: ReadDeps = {
    api,
    clock: time,
    log: recordLog(),
    settle,
    onInterfaces: (fresh) => void (tree = tree.withInterfaces(fresh)),
  };
  const life = mortal({ api, clock: time }, journal, command.killAt);
  const stop = new AbortController();
  let events = 0;
  const change = applyPlan(
    planned.plan,
    {
      ...following,
      api: life.api,
      clock: life.clock,
      width: command.width,
      holds: window.holds,
      journal: { store: life.journal, id, profile, intent },
      onProgress: () => {
        if (++events === command.cancelAt) stop.abort();
      },
    },
    stop.signal,
  );
  const beside = command.killAt === undefined ? playBeside(command, before, following, stage) : undefined;
  const last = change.then(({ looking }) => looking);
  const ended = await Promise.race([last, life.died.then(() => 'killed' as const)]);
  if (ended === 'killed') {
    figures.count('host killed');
    window.die();
    await recover(stage, following);
  }
  await beside;
  for (const one of [id, besideId(id)]) await recover({ ...stage, id: one }, following);
  // What a back end had not finished when somebody gave up: by now it has.
  await time.sleep(settle.workingMs);
  const state = await sandbox.state();
  const requests = await sandbox.requests();
  for (const { fault } of requests) if (fault !== undefined) figures.count(`fault ${fault}`);
  const entries = [id, besideId(id)].flatMap((one) => journal.entries.get(one) ?? []);
  // Killed before the first note: nothing can have been sent.
  if (entries.length === 0) checkNothingSent(requests);
  const mayLag = command.mishaps.some(({ fault }) => fault === 'laggingList');
  checkNotRobbed({ before, entries, requests, foreign, newOwnerOf: toBeOwned(planned.plan), mayLag });
  const mayBeUnknown = stop.signal.aborted || mayHideTheTruth(requests);
  const comesLate = command.mishaps.some(({ fault, extra }) => fault === 'late' && Number(extra?.ms) > settle.ownMs);
  for (const entry of entries) {
    for (const record of entry.steps)
      figures.count(`step ${record.result ?? 'open'}${record.reason ? ` (${record.reason})` : ''}`);
    const others = entries.filter((other) => other !== entry);
    checkBelief({ before, tree, entry, others, state, requests, foreign, mayBeUnknown, comesLate });
  }
}

const besideId = (id: string): string => `${id}-beside`;

/** The second command at the same time, planned on the same network: of this window, or of one with holds and a client of its own. */
async function playBeside(command: Command, before: Network, following: ReadDeps, stage: Stage): Promise<void> {
  const { sandbox, time, figures, journal, id } = stage;
  if (!command.beside) return;
  const { acts, isOtherWindow } = command.beside;
  const intent: Intent = { items: acts.flatMap((act) => toItems(act, before)) };
  const planned = planChange(intent, before);
  if (!planned.ok) return;
  figures.count(isOtherWindow ? 'command of another window beside it' : 'command beside it');
  const api = isOtherWindow ? openApi(sandbox, time) : stage.api;
  const { holds } = isOtherWindow ? stage.otherWindow : stage.window;
  const recording = { store: journal, id: besideId(id), profile, intent };
  const deps = { ...following, api, holds, journal: recording };
  const outcome = await applyPlan(planned.plan, deps);
  await outcome.looking;
  if (isOtherWindow) api.dispose();
}

/** What a new window does: reads what became of the open entry; again with a better network when nothing could be read. */
async function recover({ sandbox, time, journal, id }: Stage, following: ReadDeps): Promise<void> {
  for (const attempt of [1, 2, 3]) {
    const entry = journal.entries.get(id);
    if (entry?.state !== 'open') return;
    if (attempt > 1) await sandbox.clearFaults();
    // An hour later an interface that is not to be seen is given up.
    if (attempt > 2) await time.sleep(60 * 60_000);
    const api = openApi(sandbox, time);
    await journal.update(await recoverEntry(entry, { ...following, api }));
    api.dispose();
  }
}

function intentOf(command: Command, network: Network, journal: MemoryJournal): Intent {
  if (command.acts[0]?.kind === 'undo') {
    const last = [...journal.entries.values()].findLast(({ undoneBy }) => undoneBy === undefined);
    const inverse = last && undoIntent(last, network);
    if (inverse?.ok) return inverse.intent;
  }
  return { items: command.acts.flatMap((act) => toItems(act, network)) };
}

function checkNothingSent(requests: readonly { readonly action: string }[]): void {
  if (requests.some(({ action }) => action.includes('ssign')))
    throw new Error('Something was sent before it was written down.');
}
