import { mkdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { window, type WindowState } from 'vscode';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { refreshHistory } from '../../../../src/features/history/historyFiles';
import { removeExpired, watchJournal } from '../../../../src/features/change/watchJournal';
import type { Features } from '../../../../src/features/features';
import { openFeatures } from '../../../../src/features/openFeatures';
import { DisposableStore } from '../../../../src/session/disposableStore';
import { createEmitter } from '../../../../src/session/emitter';
import { buildEntry, buildPlan, buildRecord } from '../../../support/buildEntry';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';

/** The first recovery loads what it needs, on a machine that may be busy. */
const patience = { timeout: 4_000 };
const dayMs = 24 * 60 * 60_000;
const state = createEmitter<WindowState>();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  vi.spyOn(window, 'onDidChangeWindowState').mockImplementation(state.event);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A window whose watch has looked once; `leave` is another window that is killed in the middle of a change. */
async function watch() {
  const bench = await openCommandBench();
  const { profile } = bench;
  const features = (): Promise<Features> => Promise.resolve(openFeatures(context, new DisposableStore()));
  const context: CommandBench['context'] = { ...bench.context, features };
  const warn = vi.spyOn(window, 'showWarningMessage').mockResolvedValue(undefined);
  const watching = watchJournal(context);
  onTestFinished(() => void watching.dispose());
  await context.history.list();
  const leave = async (id: string, step: 'waiting' | 'sent' = 'waiting'): Promise<void> => {
    const plan = buildPlan();
    const entry = buildEntry({ id, profile: { id: profile.id, name: 'Sandbox' }, plan, state: 'open' });
    const before = [{ networkInterfaceNo: '701236', secondaryIpList: [] }];
    const steps = plan.steps.map((one) => ({
      ...buildRecord({ step: one }),
      state: step,
      sentAt: 1,
      before,
      addresses: [],
    }));
    await mkdir(context.journalFolder, { recursive: true });
    const lock = { id: 'killed', pid: process.pid, host: hostname(), at: Date.now() };
    await writeFile(path.join(context.journalFolder, `${id}.json`), JSON.stringify({ ...entry, steps }));
    await writeFile(path.join(context.journalFolder, `${id}.lock`), JSON.stringify(lock));
  };
  const isCompleted = (id: string): Promise<void> =>
    vi.waitFor(async () => expect(await context.history.get(id)).toMatchObject({ recovered: true }), patience);
  return { ...bench, context, warn, watching, leave, isCompleted };
}

type Watched = Awaited<ReturnType<typeof watch>>;

describe('while a window lives', () => {
  it('what another window left open is completed within a minute, and told', async () => {
    const { leave, isCompleted, warn } = await watch();
    await leave('left');
    vi.advanceTimersByTime(61_000);
    await isCompleted('left');
    await vi.waitFor(() => expect(warn.mock.calls.map(([text]) => text).join()).toContain('VS Code stopped'), patience);
  });

  it('it is completed as soon as the window gains focus', async () => {
    const { leave, isCompleted } = await watch();
    await leave('left');
    state.fire({ focused: false, active: false });
    state.fire({ focused: true, active: true });
    await isCompleted('left');
  });

  it.each([
    ['a region is read', ({ context, profile }: Watched) => context.networks.load({ profile, regionCode: 'KR' })],
    ['keys are entered', ({ context, profile, sandbox }: Watched) => context.credentials.write(profile.id, sandbox)],
  ])('what could not be read is tried again when %s', async (_, happens) => {
    const watched = await watch();
    const { context, sandbox, leave, isCompleted, warn } = watched;
    await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission', times: 20 }]);
    await leave('left', 'sent');
    state.fire({ focused: true, active: true });
    await vi.waitFor(() => expect(warn.mock.lastCall?.[0]).toContain('when profile Sandbox is refreshed'), patience);
    await sandbox.clearFaults();
    vi.spyOn(context.clock, 'now').mockImplementation(() => Date.now() + 11_000);
    await happens(watched);
    await isCompleted('left');
  });

  it('a change of its own that is under way is left alone', async () => {
    const { context } = await watch();
    await context.history.open(buildEntry({ id: 'own', state: 'open' }));
    vi.advanceTimersByTime(61_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await context.history.get('own')).toMatchObject({ state: 'open' });
  });

  it('a folder that cannot be read is told once, and looked at again', async () => {
    const { context, leave, isCompleted, warn } = await watch();
    await rm(context.journalFolder, { recursive: true, force: true });
    await writeFile(context.journalFolder, 'a file where the folder should be');
    for (let minute = 0; minute < 3; minute++) {
      vi.advanceTimersByTime(61_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await refreshHistory(context);
    const told = warn.mock.calls.filter(([text]) => text.startsWith('Could not read the history'));
    expect(told).toHaveLength(1);
    await rm(context.journalFolder);
    await leave('left');
    vi.advanceTimersByTime(61_000);
    await isCompleted('left');
  });

  it('nothing is looked at after the window closed', async () => {
    const { context, leave, watching } = await watch();
    watching.dispose();
    await leave('left');
    vi.advanceTimersByTime(61_000);
    state.fire({ focused: true, active: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await context.history.get('left')).toMatchObject({ state: 'open' });
  });
});

describe('how long changes are kept', () => {
  it.each([
    [0, ['old', 'open', 'recent']],
    [-1, ['old', 'open', 'recent']],
    [Number.NaN, ['old', 'open', 'recent']],
    [30, ['open', 'recent']],
  ])('%s days', async (days, left) => {
    const { context } = await openCommandBench();
    const { history } = context;
    const add = async (id: string, startedAt: number, isOpen = false): Promise<void> => {
      await history.open(buildEntry({ id, startedAt, state: 'open' }));
      if (!isOpen) await history.update(buildEntry({ id, startedAt }));
    };
    await add('old', Date.now() - 31 * dayMs);
    await add('open', Date.now() - 31 * dayMs, true);
    await add('recent', Date.now() - 29 * dayMs);
    await removeExpired(context, days);
    expect((await history.list()).map(({ id }) => id).sort()).toEqual(left);
  });
});
