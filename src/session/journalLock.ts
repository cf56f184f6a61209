import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** Who works on an entry. `pid` means something on `host` only. */
export interface LockOwner {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
}

/** Who we are, what time it is (epoch ms), and which processes live. */
export interface LockDeps {
  readonly owner: LockOwner;
  /** Epoch ms. */
  readonly now: () => number;
  readonly isAlive: (pid: number) => boolean;
}

/** Longer than a step can take between two notes: five minutes of waiting before the call and five after it. */
const silentMs = 15 * 60_000;

interface LockText extends LockOwner {
  /** Epoch ms of the last note. */
  readonly at: number;
}

/** One lock file beside an entry that is being worked on, so that another window leaves the entry alone. */
export interface JournalLock {
  /** True when it is ours now: nobody had it, or who had it is gone. */
  claim(): Promise<boolean>;
  /** Says that we are still at it. Rejects when a living owner took the lock meanwhile. */
  renew(): Promise<void>;
  release(): Promise<void>;
}

/** The lock that is kept in `file`. */
export function createJournalLock(file: string, { owner, now, isAlive }: LockDeps): JournalLock {
  const text = () => JSON.stringify({ ...owner, at: now() } satisfies LockText);
  const read = async (): Promise<{ raw: string; lock: LockText | undefined } | undefined> => {
    try {
      const raw = await readFile(file, 'utf8');
      return { raw, lock: parse(raw) };
    } catch {
      return undefined;
    }
  };
  const isHeld = (lock: LockText | undefined): boolean => {
    if (!lock || now() - lock.at > silentMs) return false;
    // Our own process with another id is an earlier owner whose pid came round again, as in a restarted container.
    if (lock.host === owner.host && lock.pid === owner.pid) return lock.id === owner.id;
    return lock.host !== owner.host || isAlive(lock.pid);
  };
  const create = () =>
    writeFile(file, text(), { flag: 'wx' }).then(
      () => true,
      () => false,
    );

  return {
    async claim() {
      const found = await read();
      if (!found) return create();
      if (found.lock?.id === owner.id) return true;
      if (isHeld(found.lock)) return false;
      // Of two windows that find the same abandoned lock, one can move it away.
      const aside = `${file}.${owner.id}`;
      try {
        await rename(file, aside);
      } catch {
        return false;
      }
      if ((await readFile(aside, 'utf8')) === found.raw) {
        await rm(aside, { force: true });
        return create();
      }
      await rename(aside, file);
      return false;
    },
    async renew() {
      const found = await read();
      if (found?.lock && found.lock.id !== owner.id && isHeld(found.lock)) {
        throw new Error('Another window works on this journal entry.');
      }
      await writeFile(file, text());
    },
    release: () => rm(file, { force: true }),
  };
}

function parse(raw: string): LockText | undefined {
  try {
    const { id, pid, host, at } = JSON.parse(raw) as Partial<LockText>;
    return id && typeof pid === 'number' && host && typeof at === 'number' ? { id, pid, host, at } : undefined;
  } catch {
    return undefined;
  }
}
