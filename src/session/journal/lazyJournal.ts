import { readdir } from 'node:fs/promises';
import type { JournalStore } from './history';
import type { SharedJournal } from './openJournal';

const none: readonly never[] = [];

/**
 * The journal before it is opened: the first use opens it, with the schemas and queues that it needs. An empty `folder` is not
 * opened to be read: what reads it is half of the memory that a start takes.
 */
export function lazyJournal(folder: string, open: () => Promise<SharedJournal>): SharedJournal {
  let opened: Promise<SharedJournal> | undefined;
  const journal = (): Promise<SharedJournal> => (opened ??= open());
  const store = async () => (await journal()).store;
  const archive = async () => (await journal()).archive;
  const read = async <T>(from: (store: JournalStore) => Promise<readonly T[]>): Promise<readonly T[]> =>
    !opened && (await isEmpty(folder)) ? none : from(await store());
  const list = () => read((from) => from.list());
  return {
    store: {
      list,
      unreadable: () => read((from) => from.unreadable()),
      get: async (id) => (await store()).get(id),
      newestId: async () => (await store()).newestId(),
      // Whoever asked before was told that there is nothing: what another window wrote since is all new.
      reread: async (names) => {
        if (opened) return (await store()).reread(names);
        await list();
        return true;
      },
      refresh: async () => (await store()).refresh(),
      open: async (entry) => (await store()).open(entry),
      update: async (entry) => (await store()).update(entry),
      annotate: async (id, note) => (await store()).annotate(id, note),
      claimAbandoned: () => read((from) => from.claimAbandoned()),
      release: async (id) => (await store()).release(id),
      remove: async (ids) => (await store()).remove(ids),
      setAside: async (names) => (await store()).setAside(names),
    },
    archive: {
      move: async (before) => (await archive()).move(before),
      list: async () => (await archive()).list(),
      read: async (file) => (await archive()).read(file),
    },
    holds: { hold: async (keys, onWait, signal) => (await journal()).holds.hold(keys, onWait, signal) },
  };
}

/** What cannot be told is for the journal to tell. */
async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
