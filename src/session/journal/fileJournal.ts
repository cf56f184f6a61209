import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../../api/logger';
import { withNote, type EntryNote, type JournalEntry } from '../../change/journalEntry';
import { asJournalError, JournalError } from '../../change/journalTrouble';
import { createEntryFiles, isSafeId } from './entryFiles';
import type { JournalStore } from './history';
import { createFileLock, type FileLock, type LockDeps } from './fileLock';
import { lockDepsOf } from './lockDepsOf';
import { patiently } from './patiently';
import type { readWhole } from './readWhole';

/** Where the journal lives; what decides about its locks has defaults. */
export interface FileJournalDeps extends Partial<LockDeps> {
  /** Made when first written to. */
  readonly folder: string;
  readonly log: Pick<Logger, 'warn'>;
  readonly readText?: typeof readWhole;
}

/** What a killed window wrote beside an entry is of no use to anybody after this. */
const leftoverMs = 60 * 60_000;

/**
 * Keeps entries in a folder that several windows share. A file is replaced whole, and an open entry carries a lock with
 * its owner, so no window completes what another one still works on. What cannot be read hides nothing else.
 */
export function createFileJournal({ folder, log, readText, ...given }: FileJournalDeps): JournalStore {
  const files = createEntryFiles(folder, log, readText);
  const deps = lockDepsOf(given);
  /** Entries that this window works on: its own timer leaves them alone too. */
  const active = new Set<string>();
  const last = new Map<string, Promise<void>>();

  /** One write of an entry after the other: each reads what the one before left. */
  function inTurn(id: string, work: () => Promise<void>): Promise<void> {
    const next = (last.get(id) ?? Promise.resolve()).catch(() => undefined).then(() => naming(work));
    last.set(id, next);
    return next.finally(() => last.get(id) === next && last.delete(id));
  }

  const lockOf = async (id: string): Promise<FileLock> => {
    if (!isSafeId(id)) throw new Error('A journal id is made of letters, digits, - and _.');
    return createFileLock(path.join(folder, `${id}.lock`), await deps);
  };
  const letGo = async (id: string): Promise<void> => {
    active.delete(id);
    await (await lockOf(id)).release();
  };

  async function annotate(id: string, note: EntryNote): Promise<void> {
    const entry = await files.read(id);
    if (entry) await files.write(withNote(entry, note));
  }

  /** What is left of windows that were killed between two files. */
  async function sweep(names: readonly string[]): Promise<void> {
    const { now } = await deps;
    for (const name of names) {
      const file = path.join(folder, name);
      const id = /^(.+)\.lock$/.exec(name)?.[1];
      if (id !== undefined && isSafeId(id) && !active.has(id) && files.index.get(id)?.state !== 'open') {
        const lock = await lockOf(id);
        if (await lock.claim()) await lock.release();
      } else if (/\.(tmp|taking)$/.test(name)) {
        const stats = await lstat(file).catch(() => undefined);
        if (stats && now() - stats.mtimeMs > leftoverMs) await rm(file, { force: true });
      }
    }
  }

  async function claim(id: string): Promise<JournalEntry | undefined> {
    if (!(await (await lockOf(id)).claim())) return undefined;
    active.add(id);
    // Read again: its window may have finished before the claim.
    const entry = await files.read(id);
    if (entry?.state === 'open') return entry;
    await letGo(id);
    return undefined;
  }

  return {
    async list() {
      await files.fill();
      return files.index.entries();
    },
    async unreadable() {
      await files.fill();
      return files.index.unreadable();
    },
    get: (id) => files.read(id),
    newestId: () => files.newestId(),
    reread: (names) => files.reread(names),
    async refresh() {
      await files.look();
      await files.fill();
      await files.reread(files.index.unreadable().map(({ name }) => name));
    },
    open: (entry) =>
      naming(async () => {
        await mkdir(folder, { recursive: true });
        const lock = await lockOf(entry.id);
        if (!(await lock.claim())) throw new JournalError(`The journal entry ${entry.id} is not ours.`, 'otherWindow');
        active.add(entry.id);
        await files.write(entry).catch(async (error: unknown) => {
          await letGo(entry.id).catch(() => undefined);
          throw error;
        });
      }),
    update: (entry) =>
      inTurn(entry.id, async () => {
        try {
          const lock = await lockOf(entry.id);
          await lock.renew();
          // What was noted on it meanwhile stays: who writes the steps does not know.
          const { undoneBy, retriedBy, takenBack } = files.index.get(entry.id) ?? {};
          const noted = {
            ...(undoneBy && { undoneBy }),
            ...(retriedBy && { retriedBy }),
            ...(takenBack && { takenBack }),
          };
          await files.write(withNote(entry, noted));
        } finally {
          // Also when it could not be completed: then it is as if its window were gone, and is found by reading later.
          if (entry.state === 'done') await letGo(entry.id).catch(() => undefined);
        }
      }),
    annotate: (id, note) => inTurn(id, () => annotate(id, note)),
    async claimAbandoned() {
      const names = await files.look();
      await sweep(names).catch((error: unknown) => log.warn(`journal: what was left behind stays: ${String(error)}`));
      const claimed: JournalEntry[] = [];
      for (const { id, state } of files.index.entries()) {
        if (state !== 'open' || active.has(id)) continue;
        try {
          const entry = await claim(id);
          if (entry) claimed.push(entry);
        } catch (error) {
          log.warn(`journal: ${id} cannot be taken over: ${String(error)}`);
        }
      }
      return claimed;
    },
    release: (id) => letGo(id),
    remove: (ids) =>
      naming(async () => {
        const gone = ids
          .filter((id) => isSafeId(id) && files.index.get(id)?.state === 'done')
          .map((id) => `${id}.json`);
        for (const name of gone) await patiently(() => rm(path.join(folder, name), { force: true }));
        await files.reread(gone);
      }),
    setAside: (names) =>
      naming(async () => {
        const aside = path.join(folder, 'set-aside');
        const { now } = await deps;
        await mkdir(aside, { recursive: true });
        for (const name of names.map((one) => path.basename(one))) {
          await patiently(() => rename(path.join(folder, name), path.join(aside, `${now()}-${name}`)));
        }
        await files.reread(names);
      }),
  };
}

/** Failures of the disk leave here with a name that a person can be told. */
async function naming<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asJournalError(error);
  }
}
