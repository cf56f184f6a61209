import { afterEach, describe, expect, it, vi } from 'vitest';
import { window } from 'vscode';
import type { JournalEntry } from '../../../../src/change/journalEntry';
import type { Outcome } from '../../../../src/change/outcome';
import { assignFromList } from '../../../../src/features/list/assignFromList';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { recoverOpenEntries } from '../../../../src/features/change/recoverOpenEntries';
import { redo } from '../../../../src/features/undo/redo';
import { undo, undoEntry } from '../../../../src/features/undo/undoEntry';
import { buildEntry, buildPlan, buildRecord, buildStep } from '../../../support/buildEntry';
import { byCode } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { canRedo, canUndo } from '../../../../src/change/entryPolicy';

/** A clear no of the product: nothing was done. */
const refusal = { responseError: { returnCode: '1002907', returnMessage: 'busy' } };

afterEach(() => vi.restoreAllMocks());

const nic = '701236';
const other = '701242';

function assign({ context }: CommandBench, address: string): Promise<unknown> {
  return byCode(assignSecondaryIps, context, { networkInterfaceNo: nic, secondaryIps: [address] });
}

async function held({ sandbox }: CommandBench, networkInterfaceNo = nic): Promise<readonly string[]> {
  const { regions } = await sandbox.state();
  const all = regions.flatMap(({ interfaces }) => interfaces);
  return all.find((one) => one.networkInterfaceNo === networkInterfaceNo)?.secondaryIpList ?? [];
}

/** Two addresses on two interfaces, of which the undo brings one back and is refused the other. */
async function openHalfUndone() {
  const bench = await openCommandBench();
  const { context, sandbox } = bench;
  const text = `${nic},10.0.10.101\n${other},10.0.20.50`;
  const { entry: id } = (await byCode(assignFromList, context, { text })) as Outcome;
  await sandbox.faults([{ action: 'unassignSecondaryIps', fault: 'error', http: 400, body: refusal }]);
  const first = (await byCode(undo, context)) as Outcome;
  expect(first.result).toBe('partly');
  return { ...bench, id: id!, first: first.entry!, read: async () => (await context.history.get(id!))! };
}

/** Writes down a finished change of the bench's profile, as an older window left it. */
async function keep({ context, profile }: CommandBench, entry: Partial<JournalEntry>): Promise<JournalEntry> {
  const { id, name } = profile;
  const kept = buildEntry({ startedAt: Date.now() + 60_000, profile: { id, name }, ...entry });
  await context.history.open({ ...kept, state: 'open' });
  await context.history.update(kept);
  return kept;
}

const lost = buildRecord({
  result: 'unknown',
  reason: 'unreadable',
  before: [{ networkInterfaceNo: nic, secondaryIpList: [] }],
  addresses: ['10.0.10.11', '10.0.10.12'].map((address) => ({ address, result: 'unknown', reason: 'unreadable' })),
});

it('takes back nothing older while a newer change is not finished, and names that one', async () => {
  const bench = await openCommandBench();
  const { context, profile } = bench;
  await assign(bench, '10.0.10.101');
  const left = buildEntry({ id: 'left', startedAt: Date.now() + 60_000, state: 'open' });
  await context.history.open({ ...left, profile: { id: profile.id, name: profile.name } });
  await expect(byCode(undo, context)).rejects.toThrow(
    '“Assign 10.0.10.11, 10.0.10.12 to web-01/eth0” is newer and not finished.',
  );
  expect(await held(bench)).toEqual(['10.0.10.101']);
});

describe('Undo and Redo', () => {
  it('walk back through the history and forward again', async () => {
    const bench = await openCommandBench();
    const { context } = bench;
    const [a, b] = ['10.0.10.101', '10.0.10.102'];
    await assign(bench, a);
    await assign(bench, b);
    await byCode(undo, context);
    expect(await held(bench)).toEqual([a]);
    await byCode(undo, context);
    expect(await held(bench)).toEqual([]);
    await expect(byCode(undo, context)).rejects.toThrow('Nothing to undo');

    await byCode(redo, context);
    expect(await held(bench)).toEqual([a]);
    await byCode(redo, context);
    expect(await held(bench)).toEqual([a, b]);
    await expect(byCode(redo, context)).rejects.toThrow('Nothing to redo');

    await byCode(undo, context);
    expect(await held(bench), 'a redo is undone like any change').toEqual([a]);
  });

  it('take the newest change by the journal, although the clock was set back before it', async () => {
    const bench = await openCommandBench();
    const { clock } = bench.context;
    await assign(bench, '10.0.10.101');
    const setBack = { ...clock, now: () => clock.now() - 3_600_000 };
    await assign({ ...bench, context: { ...bench.context, clock: setBack } }, '10.0.10.102');
    await byCode(undo, bench.context);
    expect(await held(bench)).toEqual(['10.0.10.101']);
  });

  it('take the change they are called on: Redo an undo, and nothing else', async () => {
    const bench = await openCommandBench();
    const { context } = bench;
    await assign(bench, '10.0.10.101');
    const undone = (await byCode(undo, context)) as Outcome;
    await assign(bench, '10.0.10.102');
    const [newest] = await context.history.list();
    await expect(byCode(redo, context, { entry: newest?.id })).rejects.toThrow('Only an undo can be redone');
    await byCode(redo, context, { entry: undone.entry });
    expect(await held(bench)).toEqual(['10.0.10.102', '10.0.10.101']);
  });

  it('are offered by the message of what they follow on: Undo by a change, Redo by an undo', async () => {
    const bench = await openCommandBench();
    const tell = vi.spyOn(window, 'showInformationMessage');
    const offered = () => tell.mock.lastCall?.slice(1) as unknown[];
    await assign(bench, '10.0.10.101');
    expect(offered()).toEqual(['Undo', 'Guest OS Commands', 'Details']);
    await byCode(undo, bench.context);
    expect(offered()).toEqual(['Redo', 'Guest OS Commands', 'Details']);
    await byCode(redo, bench.context);
    expect(offered()).toEqual(['Undo', 'Guest OS Commands', 'Details']);
  });

  it('leave changes of other regions alone', async () => {
    const bench = await openCommandBench();
    const { context, profile } = bench;
    await assign(bench, '10.0.10.101');
    await byCode(undo, context);
    await context.profiles.update(profile.id, (now) => ({ ...now, regionCode: 'JPN' }));
    await expect(byCode(redo, context)).rejects.toThrow('Nothing to redo');
    expect(await held(bench)).toEqual([]);
  });
});

describe('an undo that brought back a part', () => {
  it('is noted on the change, which is not undone yet', async () => {
    const { read, context, first } = await openHalfUndone();
    const { undoneBy, takenBack } = await read();
    expect(undoneBy).toBeUndefined();
    expect(takenBack).toHaveLength(1);
    expect(canUndo(await read())).toBe(true);
    expect(canRedo((await context.history.get(first))!)).toBe(true);
  });

  it('leaves the rest to the next Undo, after which the change is undone', async () => {
    const bench = await openHalfUndone();
    const rest = (await byCode(undo, bench.context)) as Outcome;
    expect(rest).toMatchObject({ result: 'applied', steps: [{}] });
    expect(await held(bench)).toEqual([]);
    expect(await held(bench, other)).not.toContain('10.0.20.50');
    expect((await bench.read()).undoneBy).toBe(rest.entry);
    await expect(byCode(undoEntry, bench.context, { entry: bench.id })).rejects.toThrow('was already undone');
  });

  it('is noted as well when its window went away before it was finished', async () => {
    const bench = await openCommandBench();
    const { history } = bench.context;
    const older = await keep(bench, {});
    const plan = buildPlan({ steps: [buildStep({ action: 'unassignSecondaryIps' })], undoes: older.id });
    const [step] = plan.steps;
    const { finishedAt, result, ...killed } = buildEntry({
      ...{ id: 'entry-2', state: 'open', undoes: older.id, profile: older.profile, plan },
      intent: { items: [{ kind: 'unassign', networkInterfaceNo: nic, secondaryIps: ['10.0.10.11', '10.0.10.12'] }] },
      steps: [
        buildRecord({ step: step!, addresses: [{ address: '10.0.10.11', result: 'applied' }] }),
        { step: { ...step!, id: 2 }, state: 'waiting', addresses: [], chosen: [] },
      ],
    });
    expect([finishedAt, result]).not.toContain(undefined);
    await history.open(killed);
    await history.release(killed.id);
    await recoverOpenEntries(bench.context, await bench.context.history.claimAbandoned());
    expect(await history.get(killed.id)).toMatchObject({ state: 'done', result: 'partly', recovered: true });
    expect(await history.get(older.id)).toMatchObject({ takenBack: ['3104 10.0.10.11'] });
    expect(await history.get(older.id)).not.toHaveProperty('undoneBy');
  });
});

describe('Undo of a change of which nobody knows whether it happened', () => {
  it('takes back what is found in place, and is only then called an undo of all', async () => {
    const bench = await openCommandBench();
    const { context, sandbox } = bench;
    const { id } = await keep(bench, { result: 'unknown', steps: [lost] });
    await sandbox.change({ assign: { networkInterfaceNo: nic, address: '10.0.10.11' } });
    await byCode(undo, context);
    expect(await held(bench)).toEqual([]);
    expect(await context.history.get(id)).toMatchObject({ takenBack: ['3104 10.0.10.11'] });
    expect(await context.history.get(id)).not.toHaveProperty('undoneBy');

    await sandbox.change({ assign: { networkInterfaceNo: nic, address: '10.0.10.12' } });
    const rest = (await byCode(undo, context)) as Outcome;
    expect(await held(bench)).toEqual([]);
    expect(await context.history.get(id)).toMatchObject({ undoneBy: rest.entry });
  });

  it('passes it over when nothing of it is found in place, and takes back the change before', async () => {
    const bench = await openCommandBench();
    await assign(bench, '10.0.10.101');
    const { id } = await keep(bench, { result: 'unknown', steps: [lost] });
    await byCode(undo, bench.context);
    expect(await held(bench)).toEqual([]);
    await expect(byCode(undoEntry, bench.context, { entry: id })).rejects.toThrow(
      'The outcome for 10.0.10.11, 10.0.10.12 is unknown.',
    );
  });
});
