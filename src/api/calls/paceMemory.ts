import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { makeFolder } from '../makeFolder';

/** What was learned of a service, kept for a day and shared by all windows of this machine. */
export interface PaceMemory {
  /** Whether it is time to see what other windows have learned. */
  isDue(): boolean;
  /** What was learned since the last look, by anybody else, with its age in ms. Never rejects: without it one learns anew. */
  recall(): Promise<{ readonly rate: number; readonly ageMs: number } | undefined>;
  /** Keeps how many calls a second it bears; where that is no news, only what differs much from the last time. */
  note(rate: number, isNews: boolean): void;
}

const keptMs = 24 * 3_600_000;
const lookEveryMs = 1_000;
/** Less is not worth a file. */
const worthNoting = 0.2;

const schema = v.object({
  host: v.string(),
  account: v.string(),
  rate: v.pipe(v.number(), v.minValue(1)),
  at: v.number(),
});

/**
 * A file for each host and account, which tells the account by a hash of its access key. The last one who writes is right: all
 * of them ask the same service. `now` is in epoch ms.
 */
export function createPaceMemory(folder: string, host: string, accessKey: string, now: () => number): PaceMemory {
  const account = hash(accessKey);
  const file = path.join(folder, `${hash(`${host} ${account}`)}.json`);
  let lookedAt = -Infinity;
  let isLooking = false;
  let lastText = '';
  let noted: number | undefined;
  let isWriting = false;

  async function read(): Promise<{ readonly rate: number; readonly ageMs: number } | undefined> {
    const wasWriting = isWriting;
    const known = lastText;
    const text = await readFile(file, 'utf8');
    // What was or is being written meanwhile is newer.
    if (text === lastText || lastText !== known || wasWriting || isWriting) return undefined;
    lastText = text;
    const found = v.safeParse(schema, JSON.parse(text));
    if (!found.success || found.output.host !== host || found.output.account !== account) return undefined;
    const ageMs = now() - found.output.at;
    if (Math.abs(ageMs) > keptMs) return undefined;
    noted = found.output.rate;
    // A clock that was set back makes it negative.
    return { rate: noted, ageMs: Math.max(0, ageMs) };
  }

  async function write(text: string): Promise<void> {
    const beside = `${file}.${randomUUID().slice(0, 8)}.tmp`;
    await makeFolder(folder);
    await writeFile(beside, text);
    // Another window may be reading: then this one keeps what it knows to itself.
    await rename(beside, file).catch(() => rm(beside, { force: true }));
    for (const name of await readdir(folder)) {
      const one = path.join(folder, name);
      if ((await stat(one)).mtimeMs < now() - keptMs) await rm(one, { force: true });
    }
  }

  async function save(): Promise<void> {
    isWriting = true;
    // Many answers of one moment make one file.
    await new Promise((resolve) => setImmediate(resolve));
    let text: string;
    do {
      text = lastText;
      await write(text).catch(() => undefined);
    } while (text !== lastText);
    isWriting = false;
  }

  return {
    isDue: () => !isLooking && performance.now() - lookedAt >= lookEveryMs,
    async recall() {
      isLooking = true;
      try {
        return await read();
      } catch {
        return undefined;
      } finally {
        isLooking = false;
        lookedAt = performance.now();
      }
    },
    note(rate, isNews) {
      if (!isNews && (noted === undefined || Math.abs(rate / noted - 1) < worthNoting)) return;
      noted = rate;
      lastText = JSON.stringify({ host, account, rate: Math.round(rate * 100) / 100, at: Math.trunc(now()) });
      if (!isWriting) void save();
    },
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
