import type { SharedJournal } from './openJournal';

/** The journal before it is opened: the first use opens it, with the schemas and queues that it needs. */
export function lazyJournal(open: () => Promise<SharedJournal>): SharedJournal {
  let opened: Promise<SharedJournal> | undefined;
  const journal = (): Promise<SharedJournal> => (opened ??= open());
  const store = async () => (await journal()).store;
  const archive = async () => (await journal()).archive;
  return {
    store: {
      list: async () => (await store()).list(),
      unreadable: async () => (await store()).unreadable(),
      get: async (id) => (await store()).get(id),
      newestId: async () => (await store()).newestId(),
      reread: async (names) => (await store()).reread(names),
      refresh: async () => (await store()).refresh(),
      open: async (entry) => (await store()).open(entry),
      update: async (entry) => (await store()).update(entry),
      annotate: async (id, note) => (await store()).annotate(id, note),
      claimAbandoned: async () => (await store()).claimAbandoned(),
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
