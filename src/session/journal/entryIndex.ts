import type { JournalEntry } from '../../change/journalEntry';
import type { EntryFlaw, EntryRead } from './readJournalEntry';

/** A file of the journal's folder that holds no entry anybody can read. */
export interface UnreadableEntry {
  /** Of the file, in the folder. */
  readonly name: string;
  readonly flaw: EntryFlaw;
}

/** What the journal's files hold, in memory. The lists are new ones after every change and never change themselves. */
export interface EntryIndex {
  /** Newest first, which is by id: a clock that was set back changes no order. */
  entries(): readonly JournalEntry[];
  unreadable(): readonly UnreadableEntry[];
  get(id: string): JournalEntry | undefined;
  /** The files known by name, readable or not. */
  names(): readonly string[];
  /** Takes in what a file turned out to be. False when that was known. */
  set(name: string, read: EntryRead): boolean;
}

/** An empty index. Taking an entry in costs a search in half of the half, not a pass over all. */
export function createEntryIndex(): EntryIndex {
  const byName = new Map<string, Exclude<EntryRead, { kind: 'gone' }>>();
  let entries: readonly JournalEntry[] = [];
  let unreadable: readonly UnreadableEntry[] = [];

  /** Where the entry of this id is, or belongs. */
  const placeOf = (id: string): number => {
    let [from, to] = [0, entries.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((entries[middle]?.id ?? '') > id) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const remove = (name: string): void => {
    const known = byName.get(name);
    if (known?.kind === 'entry') entries = entries.toSpliced(placeOf(known.entry.id), 1);
    if (known?.kind === 'flawed') unreadable = unreadable.filter((one) => one.name !== name);
    byName.delete(name);
  };

  return {
    entries: () => entries,
    unreadable: () => unreadable,
    get(id) {
      const known = byName.get(`${id}.json`);
      return known?.kind === 'entry' ? known.entry : undefined;
    },
    names: () => [...byName.keys()],
    set(name, read) {
      if (isSame(byName.get(name), read)) return false;
      remove(name);
      if (read.kind === 'entry') entries = entries.toSpliced(placeOf(read.entry.id), 0, read.entry);
      if (read.kind === 'flawed') unreadable = [...unreadable, { name, flaw: read.flaw }];
      if (read.kind !== 'gone') byName.set(name, read);
      return true;
    },
  };
}

function isSame(known: EntryRead | undefined, read: EntryRead): boolean {
  if (!known) return read.kind === 'gone';
  if (known.kind === 'entry' && read.kind === 'entry') {
    return known.entry === read.entry || JSON.stringify(known.entry) === JSON.stringify(read.entry);
  }
  return known.kind === 'flawed' && read.kind === 'flawed' && known.detail === read.detail;
}
