import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { openJournalPen } from '../../../src/change/journalPen';
import type { Step } from '../../../src/plan/plan';
import { buildStep } from '../../support/buildEntry';
import { openChangeBench, type ChangeBench } from '../../support/changeBench';
import { assign } from '../../support/intents';

let bench: ChangeBench;
beforeAll(async () => {
  bench = await openChangeBench();
});
afterAll(() => bench.close());

it('what comes while an entry is written is written together, and nobody goes on before theirs is', async () => {
  const items = [assign('701236', '10.0.10.60'), assign('701237', '10.0.10.61'), assign('701252', '10.0.10.62')];
  const written: JournalEntry[] = [];
  const disks: PromiseWithResolvers<undefined>[] = [];
  const store = {
    ...bench.journal,
    async update(entry: JournalEntry): Promise<void> {
      written.push(entry);
      const disk = Promise.withResolvers<undefined>();
      disks.push(disk);
      await disk.promise;
    },
  };
  const plan = await bench.plan(...items);
  const recording = { store, id: 'together', profile: { id: 'p1', name: 'Sandbox' }, intent: { items } };
  const pen = await openJournalPen(plan, recording, 0);
  const gone: number[] = [];
  const [first, ...others] = plan.steps;
  const note = (step: Step): Promise<unknown> => pen.sent(step, [], 1).then(() => gone.push(step.id));
  const notes = [note(first ?? buildStep())];
  await vi.waitFor(() => expect(disks).toHaveLength(1));
  notes.push(...others.map(note));
  disks[0]?.resolve(undefined);
  await vi.waitFor(() => expect(disks).toHaveLength(2));
  expect(gone).toEqual([first?.id]);
  disks[1]?.resolve(undefined);
  await Promise.all(notes);
  expect(written.map(({ steps }) => steps.filter(({ state }) => state === 'sent').length)).toEqual([1, 3]);
});

it('an entry says who asked, when it was not a person at the window', async () => {
  const items = [assign('701236', '10.0.10.63')];
  const plan = await bench.plan(...items);
  const recording = { store: bench.journal, profile: { id: 'p1', name: 'Sandbox' }, intent: { items } };
  const origin = { kind: 'assistant', planDigest: 'ab'.repeat(32) } as const;
  const opened: JournalEntry[] = [];
  const store = { ...bench.journal, open: (entry: JournalEntry) => Promise.resolve(void opened.push(entry)) };
  await openJournalPen(plan, { ...recording, store, id: 'asked', origin }, 0);
  await openJournalPen(plan, { ...recording, store, id: 'by-hand' }, 0);
  expect(opened.map((entry) => entry.origin)).toEqual([origin, undefined]);
});
