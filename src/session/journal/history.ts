import type { Event } from 'vscode';
import type { ChangeJournal, JournalEntry } from '../../change/journalEntry';
import { createEmitter, type Emitter } from '../emitter';
import { nextEntryId } from './entryId';
import type { UnreadableEntry } from './entryIndex';

/** Where entries are kept for good. */
export interface JournalStore extends ChangeJournal {
  /**
   * Every readable entry, newest first by id: from memory once they were read, and the same list until one changes.
   * Rejects when the folder cannot be read.
   */
  list(): Promise<readonly JournalEntry[]>;
  /** Files of the folder that hide no entry, but hold none that can be read. */
  unreadable(): Promise<readonly UnreadableEntry[]>;
  /** As it is on the disk now. */
  get(id: string): Promise<JournalEntry | undefined>;
  /** The newest id there ever was, as far as names tell. */
  newestId(): Promise<string | undefined>;
  /** Reads these files again. True when there was something new. */
  reread(names: readonly string[]): Promise<boolean>;
  /** Looks at the folder again, and at what could not be read. Rejects when the folder cannot be read. */
  refresh(): Promise<void>;
  /**
   * Open entries whose window is gone, and those this window could not complete. They are ours from now on: `update`
   * them to done, or `release` them. Also finds what came and went unseen. Rejects when the folder cannot be read.
   */
  claimAbandoned(): Promise<readonly JournalEntry[]>;
  /** Gives a claimed entry back as it is, for another try. */
  release(id: string): Promise<void>;
  /** Removes entries for good; open ones stay. */
  remove(ids: readonly string[]): Promise<void>;
  /** Moves files that cannot be read into a folder beside the entries, by name. */
  setAside(names: readonly string[]): Promise<void>;
}

/** The journal as the views see it: it tells when it changed, also because of another window. */
export interface History extends Omit<JournalStore, 'newestId' | 'reread'> {
  readonly onDidChange: Event<void>;
  /** A new id: sorts after every known one whatever the clock says, unique, usable as a file name. */
  newId(): Promise<string>;
  /** Somebody wrote or removed this file of the folder. Many in a row are read together and told once. */
  touch(name: string): void;
  /** What the last look at the folder failed with; undefined when it went well. What was read before is still listed. */
  trouble(): unknown;
  dispose(): void;
}

/** The journal of a store, with its events; `now` is in epoch ms, `random` makes ids unique. */
export function createHistory(store: JournalStore, now: () => number, random: () => string): History {
  const changed: Emitter<void> = createEmitter();
  const touched = new Set<string>();
  let isReading = false;
  let lastId: string | undefined;
  let trouble: unknown;

  const looking = async <T>(work: Promise<T>): Promise<T> => {
    try {
      const found = await work;
      trouble = undefined;
      return found;
    } catch (error) {
      trouble = error;
      throw error;
    }
  };
  const telling = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      changed.fire();
    }
  };
  async function readTouched(): Promise<void> {
    isReading = true;
    while (touched.size > 0) {
      // What arrives in the same burst joins in.
      await new Promise(setImmediate);
      const names = [...touched];
      touched.clear();
      if (await store.reread(names).catch(() => true)) changed.fire();
    }
    isReading = false;
  }

  return {
    onDidChange: changed.event,
    async newId() {
      const newest = await store.newestId();
      if (newest !== undefined && newest > (lastId ?? '')) lastId = newest;
      return (lastId = nextEntryId(now(), lastId, random()));
    },
    open: (entry) => telling(store.open(entry)),
    update: (entry) => telling(store.update(entry)),
    annotate: (id, note) => telling(store.annotate(id, note)),
    list: () => store.list(),
    unreadable: () => store.unreadable(),
    get: (id) => store.get(id),
    refresh: () => telling(looking(store.refresh())),
    async claimAbandoned() {
      const before = await store.list().catch(() => undefined);
      const hadTrouble = trouble !== undefined;
      try {
        return await looking(store.claimAbandoned());
      } finally {
        const now = await store.list().catch(() => undefined);
        if (now !== before || hadTrouble !== (trouble !== undefined)) changed.fire();
      }
    },
    release: (id) => store.release(id),
    remove: (ids) => telling(store.remove(ids)),
    setAside: (names) => telling(store.setAside(names)),
    touch(name) {
      touched.add(name);
      if (!isReading) void readTouched();
    },
    trouble: () => trouble,
    dispose: () => changed.dispose(),
  };
}
