import { withNote, type ChangeJournal, type JournalEntry } from '../../src/change/journalEntry';

export interface MemoryJournal extends ChangeJournal {
  /** As last written. */
  readonly entries: Map<string, JournalEntry>;
  /** Everything written, in order. */
  readonly written: JournalEntry[];
}

/** A journal that forgets. What it is given goes through JSON, as on a disk. */
export function memoryJournal(): MemoryJournal {
  const entries = new Map<string, JournalEntry>();
  const written: JournalEntry[] = [];
  const write = (entry: JournalEntry): Promise<void> => {
    const copy = JSON.parse(JSON.stringify(entry)) as JournalEntry;
    entries.set(copy.id, copy);
    written.push(copy);
    return Promise.resolve();
  };
  return {
    entries,
    written,
    open: write,
    update: write,
    async annotate(id, note) {
      const entry = entries.get(id);
      if (entry) await write(withNote(entry, note));
    },
  };
}
