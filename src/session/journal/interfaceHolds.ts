import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { InterfaceHolds } from '../../change/interfaceHolds';
import { asJournalError } from '../../change/journalTrouble';
import { createFileLock, type FileLock, type LockDeps } from './fileLock';
import { lockDepsOf } from './lockDepsOf';

/** Where holds are kept for all windows; what decides about them has defaults. */
export interface FileHoldsDeps extends Partial<LockDeps> {
  /** Made when first held. */
  readonly folder: string;
  /** How often to look whether another window let go (ms). */
  readonly lookEveryMs?: number;
}

/** Owners whose process cannot be told are believed to live as long as they say so now and then. */
const renewEveryMs = 60_000;

/** Somebody of this window who holds these keys, or waits for them. */
interface Place {
  readonly keys: readonly string[];
  /** Keys it has let go of. */
  readonly left: Set<string>;
  /** What it holds by now: nobody lets go of what another place has. */
  readonly locks: Map<string, FileLock>;
}

/**
 * Holds as lock files. In this window whoever came first goes first. Of several windows one gets a key when it is free;
 * keys are taken in one order by all, so no two wait for each other. The hold of a window that is gone is taken over.
 */
export function createFileHolds({ folder, lookEveryMs = 200, ...given }: FileHoldsDeps): InterfaceHolds {
  const deps = lockDepsOf(given);
  const line: Place[] = [];
  const waiting = new Set<() => void>();
  let renewal: NodeJS.Timeout | undefined;

  const lockOf = async (key: string): Promise<FileLock> => {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    return createFileLock(path.join(folder, `${name}.lock`), await deps);
  };
  const isBlocked = (place: Place): boolean =>
    line
      .slice(0, line.indexOf(place))
      .some((earlier) => earlier.keys.some((key) => !earlier.left.has(key) && place.keys.includes(key)));

  const held = (): FileLock[] => line.flatMap(({ locks }) => [...locks.values()]);

  function keep(place: Place, key: string, lock: FileLock): void {
    place.locks.set(key, lock);
    renewal ??= setInterval(() => {
      for (const one of held()) void one.renew().catch(() => undefined);
    }, renewEveryMs).unref();
  }

  async function letGo(place: Place, keys: readonly string[]): Promise<void> {
    for (const key of place.keys.filter((one) => keys.includes(one) && !place.left.has(one))) {
      const lock = place.locks.get(key);
      place.locks.delete(key);
      await lock?.release().catch(() => undefined);
      place.left.add(key);
    }
    if (place.left.size === place.keys.length && line.includes(place)) line.splice(line.indexOf(place), 1);
    if (held().length === 0) {
      clearInterval(renewal);
      renewal = undefined;
    }
    for (const look of [...waiting]) look();
  }

  /** Until somebody of this window lets go, or the signal is aborted. */
  async function turn(place: Place, signal: AbortSignal | undefined): Promise<void> {
    while (isBlocked(place) && !signal?.aborted) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          waiting.delete(go);
          signal?.removeEventListener('abort', go);
          resolve();
        };
        waiting.add(go);
        signal?.addEventListener('abort', go);
      });
    }
  }

  return {
    async hold(keys, onWait, signal) {
      const place: Place = { keys: [...new Set(keys)].sort(), left: new Set(), locks: new Map() };
      let isTold = false;
      const tell = (): void => {
        if (!isTold) onWait();
        isTold = true;
      };
      line.push(place);
      try {
        if (isBlocked(place)) tell();
        await turn(place, signal);
        await mkdir(folder, { recursive: true });
        for (const key of place.keys) {
          const lock = await lockOf(key);
          while (!signal?.aborted && !(await lock.claim())) {
            tell();
            await wait(lookEveryMs, undefined, { signal }).catch(() => undefined);
          }
          if (signal?.aborted) break;
          keep(place, key, lock);
        }
      } catch (error) {
        await letGo(place, place.keys);
        throw asJournalError(error);
      }
      if (signal?.aborted) {
        await letGo(place, place.keys);
        return undefined;
      }
      return { release: (some = place.keys) => letGo(place, some) };
    },
  };
}
