import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Logger } from '../api/logger';
import { withNote, type JournalEntry } from '../change/journalEntry';
import type { JournalStore } from './history';
import { createJournalLock, type JournalLock, type LockDeps } from './journalLock';
import { readJournalEntry } from './readJournalEntry';

/** Where the journal lives; what decides about its locks has defaults. */
export interface FileJournalDeps extends Partial<LockDeps> {
  /** Made when first written to. */
  readonly folder: string;
  readonly log: Pick<Logger, 'warn'>;
}

/**
 * Keeps entries in a folder that several windows share. A file is replaced whole (written beside, then renamed), and an
 * open entry carries a lock with its owner, so no window completes what another one still works on. A file that cannot
 * be read is passed over and named in the log.
 */
export function createFileJournal({ folder, log, ...lockDeps }: FileJournalDeps): JournalStore {
  const deps: LockDeps = {
    owner: lockDeps.owner ?? { id: randomUUID(), pid: process.pid, host: hostname() },
    now: lockDeps.now ?? Date.now,
    isAlive: lockDeps.isAlive ?? isAlive,
  };
  const told = new Set<string>();
  const fileOf = (id: string) => path.join(folder, `${safeName(id)}.json`);
  const lockOf = (id: string): JournalLock => createJournalLock(path.join(folder, `${safeName(id)}.lock`), deps);

  async function write(entry: JournalEntry): Promise<void> {
    const file = fileOf(entry.id);
    const beside = `${file}.${deps.owner.id}.tmp`;
    await writeFile(beside, `${JSON.stringify(entry, undefined, 1)}\n`, { flush: true });
    await rename(beside, file);
  }

  async function read(id: string): Promise<JournalEntry | undefined> {
    let text: string;
    try {
      text = await readFile(fileOf(id), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    const result = readJournalEntry(id, text);
    if (typeof result !== 'string') return result;
    if (!told.has(id)) log.warn(`journal: ${id}.json is passed over: ${result}`);
    told.add(id);
    return undefined;
  }

  async function list(): Promise<readonly JournalEntry[]> {
    const names = await readdir(folder).catch(() => []);
    const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    const entries = await Promise.all(ids.filter(isSafe).map(read));
    return entries.filter((entry) => entry !== undefined);
  }

  return {
    list,
    get: (id) => read(id),
    async open(entry) {
      await mkdir(folder, { recursive: true });
      if (!(await lockOf(entry.id).claim())) throw new Error(`The journal entry ${entry.id} is not ours.`);
      await write(entry);
    },
    async update(entry) {
      const lock = lockOf(entry.id);
      await lock.renew();
      await write(entry);
      if (entry.state === 'done') await lock.release();
    },
    async annotate(id, note) {
      const entry = await read(id);
      if (entry) await write(withNote(entry, note));
    },
    async claimAbandoned() {
      const claimed: JournalEntry[] = [];
      for (const { id, state } of await list()) {
        if (state !== 'open' || !(await lockOf(id).claim())) continue;
        // Read again: its window may have finished between the list and the claim.
        const entry = await read(id);
        if (entry?.state === 'open') claimed.push(entry);
        else await lockOf(id).release();
      }
      return claimed;
    },
    release: (id) => lockOf(id).release(),
  };
}

function isSafe(id: string): boolean {
  return /^[\w-]{1,120}$/.test(id);
}

function safeName(id: string): string {
  if (!isSafe(id)) throw new Error('A journal id is made of letters, digits, - and _.');
  return id;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
