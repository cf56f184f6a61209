import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../../api/logger';
import type { Scope } from '../scope';
import type { KeptReadings } from './keptReadings';
import { readReading, writeReading } from './readingFile';

/** The door to what was read before: a file for each region of a profile in `folder`, which is made when it is needed. */
export function openReadings(folder: string, log: Pick<Logger, 'warn'>): KeptReadings {
  /** One write after the other: the last one stands. Reads wait for them: what is being forgotten may be another account's. */
  let writing = Promise.resolve();
  const fileOf = ({ profile, regionCode }: Scope): string =>
    path.join(folder, `${short(profile.id)}-${short(regionCode)}.gz`);
  const inTurn = (work: () => Promise<unknown>, what: string): Promise<void> =>
    (writing = writing.then(work).then(
      () => undefined,
      (error: unknown) => log.warn(`${what}: ${String(error)}`),
    ));
  return {
    async read(scope) {
      const file = fileOf(scope);
      await writing;
      try {
        return await readReading(file, scope.profile.id, scope.regionCode);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        log.warn(`a kept reading is of no use: ${String(error)}`);
        await rm(file, { force: true }).catch(() => undefined);
        return undefined;
      }
    },
    keep: (scope, reading) =>
      inTurn(async () => {
        await mkdir(folder, { recursive: true });
        await writeReading(fileOf(scope), scope.profile.id, reading);
      }, 'keeping a reading'),
    forget: (profileId) =>
      inTurn(async () => {
        const names = await readdir(folder).catch(() => []);
        const own = names.filter((name) => name.startsWith(`${short(profileId)}-`));
        await Promise.all(own.map((name) => rm(path.join(folder, name), { force: true })));
      }, 'removing kept readings'),
  };
}

/** Names that any file system takes, whatever a profile or a region is called. */
function short(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}
