import type { Plan, Step } from '../plan/plan';
import type { InterfaceAddresses } from '../plan/verifyStep';
import type { Recording } from './applyDeps';
import type { JournalEntry, StepRecord } from './journalEntry';
import type { Outcome, StepOutcome } from './outcome';
import { notesOf } from './notesOf';
import { addressesOf, recordOf, withOutcome } from './recordOf';

/** Writes one entry as the change goes on. Every method rejects when the store could not write. */
export interface JournalPen {
  /** Before the call: from now on the step may have reached the service. */
  sent(step: Step, before: readonly InterfaceAddresses[], at: number): Promise<void>;
  /** It was turned away and did not go out again: as if it had never been noted. */
  unsent(step: Step): Promise<void>;
  /** What became of a step; an interim outcome leaves it to be read on. */
  note(outcome: StepOutcome, after: readonly InterfaceAddresses[]): Promise<void>;
  finish(outcome: Outcome, at: number): Promise<void>;
}

/**
 * Opens the entry of a plan. Steps run side by side, so writes queue: what comes while one is under way is written together
 * by the next, which holds everything known by then.
 */
export async function openJournalPen(plan: Plan, recording: Recording, startedAt: number): Promise<JournalPen> {
  const { store, id, profile, intent, origin } = recording;
  let entry: JournalEntry = {
    version: 1,
    id,
    profile,
    regionCode: plan.regionCode,
    intent,
    ...(origin && { origin }),
    plan,
    startedAt,
    state: 'open',
    steps: plan.steps.map((step) => ({ step, state: 'waiting', addresses: [], chosen: [] })),
    ...(plan.undoes !== undefined && { undoes: plan.undoes }),
  };
  const leaveNotes = async (): Promise<void> => {
    for (const { id: older, note } of notesOf(entry)) await store.annotate(older, note);
  };
  await store.open(entry);
  // The entry itself is what has to be written before anything is sent; these are left once more at the end.
  await leaveNotes().catch(() => undefined);

  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  const write = (next: JournalEntry): Promise<void> => {
    entry = next;
    waiting ??= last
      .catch(() => undefined)
      .then(() => {
        waiting = undefined;
        return store.update(entry);
      });
    last = waiting;
    return waiting;
  };
  const withStep = (stepId: number, change: (record: StepRecord) => StepRecord): JournalEntry => ({
    ...entry,
    steps: entry.steps.map((record) => (record.step.id === stepId ? change(record) : record)),
  });

  return {
    sent: (step, before, sentAt) =>
      write(withStep(step.id, (record) => ({ ...record, state: 'sent', sentAt, before: addressesOf(before) }))),
    unsent: (step) => write(withStep(step.id, () => ({ step, state: 'waiting', addresses: [], chosen: [] }))),
    note: (outcome, after) => write(withStep(outcome.step.id, (record) => withOutcome(record, outcome, after))),
    async finish({ steps, result, cancelled, looking }, finishedAt) {
      const records = entry.steps.map((record) => {
        const outcome = steps.find(({ step }) => step.id === record.step.id);
        const isNoted = record.state === 'done' || (record.isInterim && looking);
        return isNoted || !outcome ? record : { ...record, ...recordOf(outcome) };
      });
      // While there is more to find out the entry stays open: whoever looks after it next goes on with it.
      const isOpen = records.some(({ isInterim }) => isInterim);
      if (looking || isOpen) {
        await write({ ...entry, steps: records, result, cancelled });
        if (!looking) await store.release?.(id);
        return;
      }
      await write({ ...entry, steps: records, result, cancelled, finishedAt, state: 'done' });
      await leaveNotes();
    },
  };
}
