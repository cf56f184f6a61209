import { withNote, type JournalEntry } from '../../change/journalEntry';
import { recordOf } from '../../change/recordOf';
import { skippedStep } from '../../change/outcome';
import type { JournalStore } from './history';

/**
 * A store that keeps in memory, as it should stand on disk, what it could not write: while the window is open nothing that
 * was asked for is lost, and what is told about an entry is what happened. Whoever writes is told all the same.
 */
export function keepUnwritten(store: JournalStore, now: () => number): JournalStore {
  const unwritten = new Map<string, JournalEntry>();
  const keepIfLost = async (work: Promise<void>, lost: () => JournalEntry): Promise<void> => {
    try {
      await work;
    } catch (error) {
      const entry = lost();
      unwritten.set(entry.id, entry);
      throw error;
    }
  };
  return {
    ...store,
    open: (entry) => keepIfLost(store.open(entry), () => neverSent(entry, now())),
    async update(entry) {
      await keepIfLost(store.update(entry), () => entry);
      unwritten.delete(entry.id);
    },
    annotate(id, note) {
      const kept = unwritten.get(id);
      if (kept) unwritten.set(id, withNote(kept, note));
      return store.annotate(id, note);
    },
    async list() {
      const written = await store.list();
      if (unwritten.size === 0) return written;
      const all = [...written.filter(({ id }) => !unwritten.has(id)), ...unwritten.values()];
      return all.sort((a, b) => (a.id < b.id ? 1 : -1));
    },
    get: async (id) => unwritten.get(id) ?? (await store.get(id)),
  };
}

/** Of an entry that could not be opened nothing is sent. */
function neverSent(entry: JournalEntry, finishedAt: number): JournalEntry {
  const steps = entry.steps.map((record) => ({ ...record, ...recordOf(skippedStep(record.step)) }));
  return { ...entry, steps, state: 'done', result: 'notApplied', finishedAt };
}
