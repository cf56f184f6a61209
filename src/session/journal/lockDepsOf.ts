import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { LockDeps } from './fileLock';
import { processStart } from './processStart';

/** Locks in the name of this process, except for what is given. */
export async function lockDepsOf(given: Partial<LockDeps>): Promise<LockDeps> {
  const startOf = given.startOf ?? processStart;
  const own = async (): Promise<LockDeps['owner']> => {
    const start = await startOf(process.pid);
    return { id: randomUUID(), pid: process.pid, host: hostname(), ...(start !== undefined && { start }) };
  };
  return {
    owner: given.owner ?? (await own()),
    now: given.now ?? Date.now,
    isAlive: given.isAlive ?? isAlive,
    startOf,
  };
}

/** Whether a process with this number runs here, also one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
