import { randomUUID } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { patiently } from './patiently';

/** How a file is written: `flush` waits until the disk has it; `mustBeNew` leaves one that is there alone; `mode` as of chmod. */
export interface ReplaceOptions {
  readonly flush?: boolean;
  readonly mustBeNew?: boolean;
  readonly mode?: number;
}

/**
 * Writes a file whole: beside its place first, so that nobody ever reads half of it. When it fails, nothing is left
 * behind. False when the file had to be new and is not.
 */
export async function replaceFile(file: string, text: string, options: ReplaceOptions = {}): Promise<boolean> {
  const { flush = false, mustBeNew = false, mode = 0o666 } = options;
  const write = (place: string): Promise<void> => writeFile(place, text, { flag: 'wx', flush, mode });
  if (mustBeNew)
    return besideOf(file, async (beside) => {
      await write(beside);
      return placeNew(beside, file, write);
    });
  await replaceWith(file, write);
  return true;
}

/** The same for what is not one text: `write` fills a file beside the place. Rejects with what it rejects with. */
export function replaceWith(file: string, write: (beside: string) => Promise<unknown>): Promise<void> {
  return besideOf(file, async (beside) => {
    await write(beside);
    await patiently(() => rename(beside, file));
  });
}

async function besideOf<T>(file: string, work: (beside: string) => Promise<T>): Promise<T> {
  const beside = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    return await work(beside);
  } finally {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

/** Some file systems have no links: there the file is made in place, and may be seen half written for a moment. */
async function placeNew(beside: string, file: string, write: (place: string) => Promise<void>): Promise<boolean> {
  try {
    await link(beside, file).catch((error: unknown) => {
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
      return write(file);
    });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
