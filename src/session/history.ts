import type { Event } from 'vscode';
import type { ChangeJournal, JournalEntry } from '../change/journalEntry';
import { createEmitter, type Emitter } from './emitter';

/** Where entries are kept for good. */
export interface JournalStore extends ChangeJournal {
  /** Every readable entry, in no particular order. */
  list(): Promise<readonly JournalEntry[]>;
  get(id: string): Promise<JournalEntry | undefined>;
  /** Open entries whose window is gone. They are ours from now on: `update` them to done, or `release` them. */
  claimAbandoned(): Promise<readonly JournalEntry[]>;
  /** Gives a claimed entry back as it is, for another start to try. */
  release(id: string): Promise<void>;
}

/** The journal as the views see it: it tells when it changed, also because of another window. */
export interface History extends JournalStore {
  readonly onDidChange: Event<void>;
  /** A new id: sorts by time, unique, usable as a file name. */
  newId(): string;
  /** Newest first. */
  list(): Promise<readonly JournalEntry[]>;
  /** Somebody else wrote to the store. */
  touch(): void;
  dispose(): void;
}

/** The journal of a store, with its events; `now` is in epoch ms, `random` makes ids unique. */
export function createHistory(store: JournalStore, now: () => number, random: () => string): History {
  const changed: Emitter<void> = createEmitter();
  const telling = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      changed.fire();
    }
  };
  return {
    onDidChange: changed.event,
    newId: () => `${new Date(now()).toISOString().replaceAll(/[-:.]/g, '')}-${random().slice(0, 8)}`,
    open: (entry) => telling(store.open(entry)),
    update: (entry) => telling(store.update(entry)),
    annotate: (id, note) => telling(store.annotate(id, note)),
    async list() {
      return [...(await store.list())].sort((a, b) => b.startedAt - a.startedAt || b.id.localeCompare(a.id));
    },
    get: (id) => store.get(id),
    claimAbandoned: () => store.claimAbandoned(),
    release: (id) => store.release(id),
    touch: () => changed.fire(),
    dispose: () => changed.dispose(),
  };
}
