import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import PQueue from 'p-queue';
import type { Logger } from '../../api/logger';
import type { JournalEntry } from '../../change/journalEntry';
import { JournalError } from '../../change/journalTrouble';
import { isEntryId } from './entryId';
import { createEntryIndex, type EntryIndex } from './entryIndex';
import { readEntryFile, type EntryRead } from './readJournalEntry';
import { readWhole } from './readWhole';
import { replaceFile } from './replaceFile';

/** The files of the journal and what is known of them: read once, then kept by what is written and by what is told of others. */
export interface EntryFiles {
  readonly index: Pick<EntryIndex, 'entries' | 'unreadable' | 'get'>;
  /** Reads what was never read. Rejects when the folder cannot be read, and is tried anew then. */
  fill(): Promise<void>;
  /** Looks for files that came and went unseen; all names of the folder. Rejects like {@link fill}. */
  look(): Promise<readonly string[]>;
  /** Reads these again, by file name. True when there was something new. */
  reread(names: readonly string[]): Promise<boolean>;
  read(id: string): Promise<JournalEntry | undefined>;
  write(entry: JournalEntry): Promise<void>;
  /** The newest id there ever was, as far as names tell. */
  newestId(): Promise<string | undefined>;
}

/** So many files are open at once: a host has a few hundred to a thousand for everything in it. */
const atOnce = 16;
/** So many are read one after the other before the next in the queue: a turn there costs as much as a quarter of a file. */
const inOneTurn = 8;
const suffix = '.json';

/** The entries of a folder, which is made when first written to. `readText` reads a file of at most so many bytes. */
export function createEntryFiles(folder: string, log: Pick<Logger, 'warn'>, readText = readWhole): EntryFiles {
  const index = createEntryIndex();
  const queue = new PQueue({ concurrency: atOnce });
  const told = new Set<string>();
  /** Own writes: a reading that began before one ends is not believed. */
  const stamps = new Map<string, number>();
  let filling: Promise<readonly string[]> | undefined;
  let listing: Promise<readonly string[]> | undefined;
  let newest: string | undefined;
  let noted: readonly string[] | undefined;

  const stamp = (name: string): unknown => stamps.set(name, (stamps.get(name) ?? 0) + 1);
  const noteNewest = (name: string): void => {
    const id = name.slice(0, -suffix.length);
    if (name.endsWith(suffix) && id > (newest ?? '') && isEntryId(id)) newest = id;
  };

  async function readOne(name: string): Promise<boolean> {
    const before = stamps.get(name);
    const id = name.slice(0, -suffix.length);
    const read = isSafeId(id)
      ? await readEntryFile(path.join(folder, name), id, readText)
      : ({ kind: 'flawed', flaw: 'oddName', detail: 'it has a name that no entry has' } satisfies EntryRead);
    if (stamps.get(name) !== before) return false;
    if (read.kind === 'flawed' && !told.has(name)) log.warn(`journal: ${name} is passed over: ${read.detail}`);
    if (read.kind === 'flawed') told.add(name);
    else told.delete(name);
    return index.set(name, read);
  }

  async function reread(names: readonly string[]): Promise<boolean> {
    const mine = names.filter((name) => name.endsWith(suffix));
    mine.forEach(noteNewest);
    const turns = Math.ceil(mine.length / inOneTurn);
    let isNew = false;
    const readTurn = async (turn: number): Promise<void> => {
      for (const name of mine.slice(turn * inOneTurn, (turn + 1) * inOneTurn)) {
        if (await readOne(name)) isNew = true;
      }
    };
    await queue.addAll(Array.from({ length: turns }, (_, turn) => () => readTurn(turn)));
    return isNew;
  }

  async function look(): Promise<readonly string[]> {
    const before = new Map(stamps);
    listing = namesIn(folder);
    const names = await listing;
    const there = new Set(names);
    const known = new Set(index.names());
    for (const name of known) {
      if (!there.has(name) && stamps.get(name) === before.get(name)) index.set(name, { kind: 'gone' });
    }
    await reread(names.filter((name) => !known.has(name)));
    return names;
  }

  const fill = (): Promise<readonly string[]> => {
    filling ??= look().catch((error: unknown) => {
      filling = undefined;
      throw error;
    });
    return filling;
  };

  return {
    index,
    look,
    async fill() {
      await fill();
    },
    async reread(names) {
      // Nobody asked yet: who does will read everything.
      if (!filling) return false;
      await filling;
      return reread(names);
    },
    async read(id) {
      if (!isSafeId(id)) return undefined;
      await queue.add(() => readOne(`${id}${suffix}`));
      return index.get(id);
    },
    async write(entry) {
      if (!isSafeId(entry.id)) throw new Error('A journal id is made of letters, digits, - and _.');
      const name = `${entry.id}${suffix}`;
      await mkdir(folder, { recursive: true });
      stamp(name);
      await replaceFile(path.join(folder, name), `${JSON.stringify(entry, undefined, 1)}\n`, { flush: true });
      stamp(name);
      noteNewest(name);
      index.set(name, { kind: 'entry', entry });
    },
    async newestId() {
      void fill().catch(() => undefined);
      // The names are known long before all of them were read.
      const names = await listing?.catch(() => []);
      if (names !== noted) names?.forEach(noteNewest);
      noted = names;
      return newest;
    },
  };
}

/** True for an id that stays in its folder as a file name. */
export function isSafeId(id: string): boolean {
  return /^[\w-]{1,120}$/.test(id);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new JournalError(error, 'unreadable');
  }
}
