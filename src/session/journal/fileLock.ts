import { createHash } from 'node:crypto';
import { lstat, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { JournalError } from '../../change/journalTrouble';
import { patiently } from './patiently';
import { replaceFile } from './replaceFile';

/** Who holds a lock. `pid` and `start` mean something on `host` only. */
export interface LockOwner {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  /** When the process began, where that can be known: another process may have the number later. */
  readonly start?: string;
}

/** Who we are, what time it is (epoch ms), and which processes live. */
export interface LockDeps {
  readonly owner: LockOwner;
  /** Epoch ms. */
  readonly now: () => number;
  readonly isAlive: (pid: number) => boolean;
  readonly startOf: (pid: number) => Promise<string | undefined>;
}

/** For owners whose process cannot be told: longer than a step can take between two notes. */
const silentMs = 15 * 60_000;
/** A lock that is made where there are no links has no text for a moment; so does a takeover that broke off leave its mark. */
const momentMs = 10_000;

interface LockText extends LockOwner {
  /** Epoch ms of the last note. */
  readonly at: number;
}

/** What stands in a lock's place. */
interface Found {
  readonly raw: string;
  readonly lock: LockText | undefined;
  readonly kind: 'file' | 'folder' | 'other';
  /** Epoch ms of its last change. */
  readonly changedAt: number;
}

/** One file that says who works on something, so that other windows leave it alone. */
export interface FileLock {
  /** True when it is ours now: nobody had it, or who had it is gone. Rejects when nothing can be written. */
  claim(): Promise<boolean>;
  /** Says that we are still at it. Rejects when somebody else who lives has it. */
  renew(): Promise<void>;
  /** Lets it go when it is ours. */
  release(): Promise<void>;
}

/** No lock is longer (bytes); whatever is, is not read. */
const longestLock = 4_096;

/** The lock that is kept in `file`. It is only ever replaced whole, so it is never away or half written in between. */
export function createFileLock(file: string, { owner, now, isAlive, startOf }: LockDeps): FileLock {
  const text = (): string => JSON.stringify({ ...owner, at: now() } satisfies LockText);

  async function find(): Promise<Found | undefined> {
    const stats = await lstat(file).catch(() => undefined);
    if (!stats) return undefined;
    const isOurs = stats.isFile() && stats.size <= longestLock;
    const raw = isOurs ? await readFile(file, 'utf8').catch(() => '') : '';
    const lock = parse(raw);
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    return { raw, lock, kind, changedAt: stats.mtimeMs };
  }

  /**
   * A process that lives and began when the lock says is its owner, however long ago it wrote: a laptop may have slept.
   * Where that cannot be known the time decides, and a time to come says no more than one long past.
   */
  async function isHeld({ lock, kind, changedAt }: Found): Promise<boolean> {
    if (!lock) return kind === 'file' && Math.abs(now() - changedAt) < momentMs;
    if (lock.host === owner.host) {
      // Our own process with another id is an earlier owner whose pid came round again, as in a restarted container.
      if (lock.pid === owner.pid) return lock.id === owner.id;
      if (!isAlive(lock.pid)) return false;
      const start = lock.start === undefined ? undefined : await startOf(lock.pid);
      if (start !== undefined) return start === lock.start;
    }
    return Math.abs(now() - lock.at) <= silentMs;
  }

  /** Of several windows that find the same abandoned lock, the one that can make the mark for it takes it. */
  async function takeOver(found: Found): Promise<boolean> {
    const digest = createHash('sha256').update(`${found.changedAt} ${found.raw}`).digest('hex').slice(0, 12);
    const mark = `${file}.${digest}.taking`;
    if (!(await replaceFile(mark, text(), { mustBeNew: true }))) {
      const stats = await lstat(mark).catch(() => undefined);
      if (stats && Math.abs(now() - stats.mtimeMs) > momentMs) await rm(mark, { force: true, recursive: true });
      return false;
    }
    try {
      const still = await find();
      if (still?.raw !== found.raw || still.changedAt !== found.changedAt) return false;
      if (found.kind === 'folder') await rmdir(file).catch(() => rename(file, `${mark}.folder`));
      return await replaceFile(file, text());
    } finally {
      await rm(mark, { force: true });
    }
  }

  async function claim(): Promise<boolean> {
    if (await replaceFile(file, text(), { mustBeNew: true })) return true;
    const found = await find();
    // It was let go this moment: who let it go may have left something to look at again.
    if (!found) return replaceFile(file, text(), { mustBeNew: true });
    if (found.lock?.id === owner.id) return true;
    return !(await isHeld(found)) && takeOver(found);
  }

  return {
    claim,
    async renew() {
      const found = await find();
      if (found?.lock?.id !== owner.id) {
        if (!(await claim())) throw new JournalError('Another window works on this.', 'otherWindow');
      } else if (Math.abs(now() - found.lock.at) > silentMs / 30) await replaceFile(file, text());
    },
    async release() {
      const found = await find();
      if (found?.lock?.id === owner.id) await patiently(() => rm(file, { force: true }));
    },
  };
}

function parse(raw: string): LockText | undefined {
  try {
    const { id, pid, host, start, at } = JSON.parse(raw) as Partial<LockText>;
    if (!id || typeof pid !== 'number' || !host || typeof at !== 'number') return undefined;
    return { id, pid, host, at, ...(typeof start === 'string' && { start }) };
  } catch {
    return undefined;
  }
}
