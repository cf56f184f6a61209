import { rm, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands, window } from 'vscode';
import type { Outcome } from '../../../../src/change/outcome';
import { assignFromList } from '../../../../src/features/list/assignFromList';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { readArguments } from '../../../../src/features/readArguments';
import { undo } from '../../../../src/features/undo/undoEntry';
import { retryFailed } from '../../../../src/features/undo/retryFailed';
import { unassignSecondaryIps } from '../../../../src/features/assign/unassignSecondaryIps';
import { byCode, call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';
import { canRetry } from '../../../../src/change/entryPolicy';

/** A clear no of the product: nothing was done. */
const refusal = { responseError: { returnCode: '1002907', returnMessage: 'busy' } };

afterEach(() => vi.restoreAllMocks());

const asked = 'The failed items of this change were already retried';

/** A change of two interfaces of which one was refused. */
async function openFailed(...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'error', http: 400, body: refusal }]);
  const text = '701236,10.0.10.101\n701242,10.0.20.50';
  const { entry, result } = (await byCode(assignFromList, bench.context, { text })) as Outcome;
  expect(result).toBe('partly');
  const retry = async (): Promise<Outcome> => (await byCode(retryFailed, bench.context, { entry })) as Outcome;
  const writes = async () => (await bench.sandbox.writes()).length;
  return { ...bench, id: entry!, retry, writes, read: async () => (await bench.context.history.get(entry!))! };
}

describe('Retry, once it was used', () => {
  it('is noted on the change, whose row does not offer it any more', async () => {
    const { read, retry } = await openFailed();
    expect(canRetry(await read())).toBe(true);
    const { entry } = await retry();
    expect(await read()).toMatchObject({ retriedBy: entry });
    expect(canRetry(await read())).toBe(false);
  });

  it('is noted before anything of the retry is sent', async () => {
    const { context, id, read } = await openFailed();
    const noted: unknown[] = [];
    const update: typeof context.history.update = async (entry) => {
      noted.push((await read()).retriedBy);
      await context.history.update(entry);
    };
    const { entry } = (await byCode(
      retryFailed,
      { ...context, history: { ...context.history, update } },
      { entry: id },
    )) as Outcome;
    expect(noted[0]).toBe(entry);
  });

  it('sends nothing a second time when it is called by code', async () => {
    const { retry, writes } = await openFailed();
    const { entry } = await retry();
    const sent = await writes();
    await expect(retry()).rejects.toThrow(`${asked} in ${entry!}.`);
    expect(await writes()).toBe(sent);
  });

  it('says so and opens the newer change, which has nothing left to retry', async () => {
    const { context, id, retry } = await openFailed(user.picks('Open the Newer Change'));
    const { entry } = await retry();
    await call(retryFailed, context, { entryId: id });
    expect(context.prompter.asked.at(-1)).toMatchObject({ words: `${asked}.`, choices: ['Open the Newer Change'] });
    expect(context.documents.active()).toContain(entry);
  });

  it('goes on from the newest retry, which failed as well', async () => {
    const { context, sandbox, id, retry, read } = await openFailed(
      user.picks('Retry the Newer Change'),
      user.picks('Assign'),
    );
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'error', http: 400, body: refusal }]);
    const second = await retry();
    expect(second.result).toBe('notApplied');
    const third = (await call(retryFailed, context, { entryId: id })) as Outcome;
    expect(third.result).toBe('applied');
    expect((await read()).retriedBy).toBe(second.entry);
    expect(await context.history.get(second.entry!)).toMatchObject({ retriedBy: third.entry });
  });

  it('was used when the network had changed and what was left was planned and applied anew', async () => {
    const bench = await openCommandBench(user.says(true), user.says(true));
    const { context, sandbox } = bench;
    const addresses = ['10.0.10.20', '10.0.10.21'];
    const open: typeof context.history.open = async (entry) => {
      if (entry.intent.retries === undefined) {
        await sandbox.change({ unassign: { networkInterfaceNo: '701237', address: addresses[0]! } });
      }
      await context.history.open(entry);
    };
    const outcome = (await call(
      unassignSecondaryIps,
      { ...context, history: { ...context.history, open } },
      { networkInterfaceNo: '701237', secondaryIps: addresses },
    )) as Outcome;
    expect(outcome.result).toBe('applied');
    const [newer, stale] = await context.history.list();
    expect([newer?.id, stale?.retriedBy]).toEqual([outcome.entry, outcome.entry]);
  });
});

describe('a change that is not finished', () => {
  it('is neither retried nor taken back, and its message does not offer it', async () => {
    const { context, sandbox } = await openCommandBench();
    const tell = vi.spyOn(window, 'showWarningMessage').mockResolvedValue(undefined);
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'reset' }]);
    const wanted = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.101'] };
    const clock = { ...context.clock, sleep: (ms: number, stop?: AbortSignal) => context.clock.sleep(ms / 20, stop) };
    const interim = (await byCode(assignSecondaryIps, { ...context, clock }, wanted)) as Outcome;
    expect(interim.looking).toBeDefined();
    expect(tell.mock.lastCall?.slice(1)).toEqual(['Details']);
    const { entry } = interim;
    await expect(byCode(retryFailed, context, { entry })).rejects.toThrow('is not finished');
    await expect(byCode(undo, context, { entry })).rejects.toThrow('is not finished');
    await interim.looking;
  });
});

describe('Retry of a change that could not be written down', () => {
  it('still knows it when the folder that keeps other changes off cannot be written either', async () => {
    const { context } = await openCommandBench();
    const holds = { hold: () => Promise.reject(new Error('no space left')) };
    const wanted = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.101'] };
    const failed = (await byCode(assignSecondaryIps, { ...context, holds }, wanted)) as Outcome;
    expect(failed).toMatchObject({ result: 'notApplied', journalFailed: true });
    const [entry] = await context.history.list();
    const outcome = (await byCode(retryFailed, context, { entry: entry?.id })) as Outcome;
    expect(outcome).toMatchObject({ result: 'applied', steps: [{ step: { secondaryIps: ['10.0.10.101'] } }] });
  });

  it('still knows from its message what was asked for', async () => {
    const { context, sandbox } = await openCommandBench(user.picks('Assign'));
    const folder = context.journalFolder;
    vi.spyOn(window, 'showErrorMessage').mockResolvedValue('Retry' as never);
    const run = vi.spyOn(commands, 'executeCommand').mockResolvedValue(undefined);
    await rm(folder, { recursive: true, force: true });
    await writeFile(folder, 'a file where the folder should be');
    const wanted = { networkInterfaceNo: '701236', secondaryIps: ['10.0.10.101'], count: 1 };
    const failed = await byCode(assignSecondaryIps, context, wanted);
    expect(failed).toMatchObject({ result: 'notApplied', journalFailed: true });
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    const [command, ...sent] = run.mock.lastCall!;
    expect(command).toBe('ncloudIp.retryFailed');

    await rm(folder);
    const outcome = (await retryFailed(context, readArguments('ncloudIp.retryFailed', sent))) as Outcome;
    expect(outcome).toMatchObject({
      result: 'applied',
      steps: [{ step: { secondaryIps: ['10.0.10.101'], count: 1 } }],
    });
    const { regions } = await sandbox.state();
    const all = regions.flatMap(({ interfaces }) => interfaces);
    const held = all.find(({ networkInterfaceNo }) => networkInterfaceNo === '701236')?.secondaryIpList;
    expect(held).toHaveLength(2);
    expect(held).toContain('10.0.10.101');
  });
});
