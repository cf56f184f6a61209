import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Frees what nobody holds. */
export const gc = runInNewContext('gc') as () => void;

/** Kilobytes in use once what nobody holds is gone. */
export function usedHeap(): number {
  gc();
  return process.memoryUsage().heapUsed / 1_024;
}

/** The same, with time for what ends on its own a moment later: closed streams, timers. */
export async function restingHeap(): Promise<number> {
  for (let rounds = 3; rounds > 0; rounds--) {
    gc();
    await setTimeout(200);
  }
  return usedHeap();
}
