import type { JournalEntry } from '../change/journalEntry';
import type { JournalStore } from './history';
export function createMemoryJournal(): JournalStore {
  const entries = new Map<string, JournalEntry>();
  const put = (entry: JournalEntry): Promise<void> => Promise.resolve(void entries.set(entry.id, entry));
  return {
    open: put,
    update: put,
    markUndone(id, by) {
      const entry = entries.get(id);
      return entry ? put({ ...entry, undoneBy: by }) : Promise.resolve();
    },
    list: () => Promise.resolve([...entries.values()]),
    get: (id) => Promise.resolve(entries.get(id)),
  };
}
