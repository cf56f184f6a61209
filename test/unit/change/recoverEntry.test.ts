import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applyPlan } from '../../../src/change/applyPlan';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { recoverEntry } from '../../../src/change/recoverEntry';
import { systemClock } from '../../../src/change/systemClock';
import type { IntentItem } from '../../../src/plan/intent';
import { undoIntent } from '../../../src/plan/undoIntent';
import { openChangeBench, quickSettle, type ChangeBench } from '../../support/changeBench';
import { assign } from '../../support/intents';

let bench: ChangeBench;
beforeAll(async () => {
  bench = await openChangeBench();
});
afterEach(() => bench.reset());
afterAll(() => bench.close());

/** The journal as a host leaves it that is killed right after its `n`-th note. */
async function killedAfterNote(n: number, ...items: IntentItem[]): Promise<JournalEntry> {
  const plan = await bench.plan(...items);
  const never = new Promise<never>(() => undefined);
  let notes = 0;
  let killed: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => (killed = resolve));
  const note = async (entry: JournalEntry) => {
    await bench.journal.update(entry);
    if (++notes !== n) return;
    killed();
    await never;
  };
  const store = { open: note, update: note, annotate: () => Promise.resolve() };
  const recording = { store, id: 'killed', profile: { id: 'p1', name: 'Sandbox' }, intent: { items } };
  void applyPlan(plan, bench.deps({ journal: recording, width: { doubtful: 1, all: 1 } }));
  await dead;
  return bench.journal.entries.get('killed')!;
}

describe('recoverEntry', () => {
  it('skips what was never sent', async () => {
    const entry = await killedAfterNote(1, assign('701236', '10.0.10.11'));
    const recovered = await recoverEntry(entry, bench.deps());
    expect(recovered).toMatchObject({
      state: 'done',
      recovered: true,
      result: 'notApplied',
      steps: [{ result: 'skipped' }],
    });
  });

  it('finds out that a call noted but never made was not applied', async () => {
    const entry = await killedAfterNote(2, assign('701236', '10.0.10.11'));
    const recovered = await recoverEntry(entry, bench.deps());
    expect(recovered).toMatchObject({
      state: 'done',
      result: 'notApplied',
      steps: [{ result: 'notApplied', reconciled: true }],
    });
    expect((await bench.writes()).sent).toBe(0);
  });

  it('finds out that a call made was applied, with what the service chose', async () => {
    const entry = await killedAfterNote(2, { ...assign('701237', '10.0.10.52'), count: 1 } as IntentItem);
    await bench.api.assignSecondaryIps({
      regionCode: 'KR',
      networkInterfaceNo: '701237',
      secondaryIpList: ['10.0.10.52'],
      secondaryIpCount: 1,
    });
    const recovered = await recoverEntry(entry, bench.deps());
    expect(recovered).toMatchObject({ state: 'done', result: 'applied' });
    expect(recovered.steps[0]?.chosen).toEqual((await bench.held('701237'))?.slice(3));
    expect(recovered.steps[0]?.chosen).toHaveLength(1);
  });

  it.each([
    ['an hour later', 3_600_000],
    ['after the clock was set back', -3_600_000],
  ])('claims no address of a count that is recovered %s: it may be a colleague’s', async (_, laterMs) => {
    const entry = await killedAfterNote(2, { ...assign('701236'), count: 1 } as IntentItem);
    await bench.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.99' } });
    const later = { ...systemClock, now: () => systemClock.now() + laterMs };
    const recovered = await recoverEntry(entry, bench.deps({ clock: later }));
    expect(recovered).toMatchObject({
      state: 'done',
      result: 'unknown',
      steps: [
        {
          result: 'unknown',
          reason: 'ambiguous',
          chosen: [],
          addresses: [{ address: '10.0.10.99', result: 'unknown', reason: 'ambiguous' }],
        },
      ],
    });
    expect(undoIntent(recovered, await bench.read())).toEqual({ ok: false, problems: [{ kind: 'nothingToDo' }] });
  });

  it('keeps what was known and completes the rest', async () => {
    const entry = await killedAfterNote(4, assign('701236', '10.0.10.11'), assign('701240', '10.0.20.41'));
    const recovered = await recoverEntry(entry, bench.deps());
    expect(recovered.steps.map(({ result }) => result)).toEqual(['applied', 'notApplied']);
    expect(recovered.result).toBe('partly');
    expect(await bench.held('701240')).toEqual([]);
  });

  it('leaves the entry open for another start when nothing can be read, and sends nothing', async () => {
    const entry = await killedAfterNote(2, assign('701236', '10.0.10.11'));
    await bench.sandbox.faults([{ action: '*', fault: 'badGateway', times: 1_000 }]);
    const stuck = await recoverEntry(entry, bench.deps({ settle: { ...quickSettle, atMostMs: 30, workingMs: 5 } }));
    expect(stuck).toMatchObject({ state: 'open', steps: [{ state: 'sent' }] });
    await bench.sandbox.clearFaults();
    expect(await recoverEntry(stuck, bench.deps())).toMatchObject({ state: 'done', result: 'notApplied' });
  });
});
