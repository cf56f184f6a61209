import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { JournalEntry } from '../../change/journalEntry';
import { asJournalError, JournalError } from '../../change/journalTrouble';
import type { JournalStore } from './history';
import { readJournalEntry } from './readJournalEntry';
import { replaceFile } from './replaceFile';

/** An archive of a hundred thousand changes is smaller (bytes). */
const mostBytes = 256 * 1024 * 1024;

/** What an archive holds: its entries in the file's order, and how many lines are none. */
export interface ArchiveContent {
  readonly entries: readonly JournalEntry[];
  readonly unreadable: number;
}

/** Older changes in files of their own: a line of JSON for each, newest first, as Export History writes them. */
export interface JournalArchive {
  /**
   * Moves the changes that began before a moment (epoch ms) into one new file, of which the path comes back; undefined
   * when there is none. Unfinished ones stay. Nothing is removed before the file is on the disk and was read again.
   */
  move(before: number): Promise<{ readonly file: string; readonly entries: number } | undefined>;
  /** The files of the archive's own folder, newest first. */
  list(): Promise<readonly string[]>;
  read(file: string): Promise<ArchiveContent>;
}

/** The archive of a journal; `folder` is made when first moved to. */
export function createJournalArchive(
  folder: string,
  journal: Pick<JournalStore, 'list' | 'remove'>,
  now: () => number,
): JournalArchive {
  async function read(file: string): Promise<ArchiveContent> {
    const stats = await stat(file);
    if (!stats.isFile() || stats.size > mostBytes) throw new JournalError(`${file} is no archive.`);
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    const reads = lines.map((line) => readJournalEntry(undefined, line));
    const entries = reads.flatMap((one) => (one.kind === 'entry' ? [one.entry] : []));
    return { entries, unreadable: lines.length - entries.length };
  }

  return {
    read,
    async list() {
      const names = await readdir(folder).catch(() => []);
      const files = names.filter((name) => name.endsWith('.jsonl')).sort();
      return files.reverse().map((name) => path.join(folder, name));
    },
    async move(before) {
      const old = (await journal.list()).filter(({ state, startedAt }) => state === 'done' && startedAt < before);
      if (old.length === 0) return undefined;
      const made = new Date(now()).toISOString().replaceAll(/[-:.]/g, '');
      const file = path.join(folder, `${made}-before-${dayOf(before)}.jsonl`);
      const ids = old.map(({ id }) => id);
      try {
        await mkdir(path.dirname(file), { recursive: true });
        const text = old.map((entry) => `${JSON.stringify(entry)}\n`).join('');
        const isNew = await replaceFile(file, text, { flush: true, mustBeNew: true });
        if (!isNew) throw new JournalError(`${file} is there already.`);
      } catch (error) {
        throw asJournalError(error);
      }
      const found = new Set((await read(file)).entries.map(({ id }) => id));
      if (ids.some((id) => !found.has(id))) throw new JournalError(`${file} does not hold what was written.`);
      await journal.remove(ids);
      return { file, entries: ids.length };
    },
  };
}

/** The day here that a moment is on. */
function dayOf(ms: number): string {
  const date = new Date(ms);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
