import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileJournal } from '../../../src/session/journal/fileJournal';
import { readWhole } from '../../../src/session/journal/readWhole';
import { buildEntry } from '../../support/buildEntry';
import { recordLog } from '../../support/recordLog';
import { replaceInDisk } from '../../support/replaceInDisk';

/** Openings of entries' files that are under way, and the most there were at once. */
const reads = { all: 0, now: 0, most: 0, listings: 0 };
replaceInDisk((real) => ({
  readdir: ((...args: Parameters<typeof real.readdir>) => {
    reads.listings++;
    return real.readdir(...args);
  }) as typeof real.readdir,
}));
const readText: typeof readWhole = async (...args) => {
  reads.all++;
  reads.most = Math.max(reads.most, ++reads.now);
  return readWhole(...args).finally(() => reads.now--);
};

let folder: string;
const log = recordLog();
const id = (at: number): string => `20260105T093000${String(at).padStart(3, '0')}Z-aaaaaaaa`;
const write = (at: number, changes: object = {}): Promise<void> =>
  writeFile(path.join(folder, `${id(at)}.json`), JSON.stringify({ ...buildEntry({ id: id(at) }), ...changes }));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'journal-'));
  Object.assign(reads, { all: 0, now: 0, most: 0, listings: 0 });
});
afterEach(() => rm(folder, { recursive: true }));

describe('fileJournal: what is in memory', () => {
  it('reads every file once, few at a time, however often and by how many it is listed', async () => {
    for (let at = 0; at < 100; at++) await write(at);
    const journal = createFileJournal({ folder, log, readText });
    const lists = await Promise.all([journal.list(), journal.list(), journal.unreadable()]);
    expect(lists.map(({ length }) => length)).toEqual([100, 100, 0]);
    await journal.list();
    expect([reads.all, reads.listings]).toEqual([100, 1]);
    expect(reads.most).toBeLessThanOrEqual(16);
  });

  it('a change reads and lists no other entry', async () => {
    for (let at = 0; at < 50; at++) await write(at);
    const journal = createFileJournal({ folder, log, readText });
    await journal.list();
    Object.assign(reads, { all: 0, listings: 0 });
    const entry = buildEntry({ id: id(50), state: 'open' });
    await journal.open(entry);
    await journal.update(entry);
    await journal.update({ ...entry, state: 'done' });
    await journal.annotate(id(7), { undoneBy: id(50) });
    const list = await journal.list();
    expect(list.map((one) => one.id)).toEqual(Array.from({ length: 51 }, (_, at) => id(50 - at)));
    expect([list[0]?.state, list.at(-8)?.undoneBy]).toEqual(['done', id(50)]);
    // The one that is annotated, as another window may have written it meanwhile.
    expect([reads.all, reads.listings]).toEqual([1, 0]);
  });

  it('500 files that arrive at once are read few at a time', async () => {
    const journal = createFileJournal({ folder, log, readText });
    await journal.list();
    for (let at = 0; at < 500; at++) await write(at);
    expect(await journal.reread(await readdir(folder))).toBe(true);
    expect(await journal.list()).toHaveLength(500);
    expect(reads.most).toBeLessThanOrEqual(16);
  });

  it('hands out the same list until something changes, and never changes one it handed out', async () => {
    await write(1);
    const journal = createFileJournal({ folder, log, readText });
    const first = await journal.list();
    expect(await journal.list()).toBe(first);
    await write(2);
    expect(await journal.reread([`${id(2)}.json`])).toBe(true);
    expect(await journal.reread([`${id(2)}.json`])).toBe(false);
    expect([first.length, (await journal.list()).length]).toEqual([1, 2]);
  });

  it('forgets what another window removed', async () => {
    await write(1);
    await write(2);
    const journal = createFileJournal({ folder, log, readText });
    await journal.list();
    await rm(path.join(folder, `${id(1)}.json`));
    await journal.reread([`${id(1)}.json`]);
    expect((await journal.list()).map((one) => one.id)).toEqual([id(2)]);
  });

  it('finds by itself, when it looks for abandoned entries, what came and went unseen', async () => {
    await write(1);
    const journal = createFileJournal({ folder, log, readText });
    await journal.list();
    await rm(path.join(folder, `${id(1)}.json`));
    await write(2);
    await journal.claimAbandoned();
    expect((await journal.list()).map((one) => one.id)).toEqual([id(2)]);
  });

  it('believes what it wrote, not a reading that began before', async () => {
    const journal = createFileJournal({ folder, log, readText });
    const entry = buildEntry({ id: id(1), state: 'open' });
    await journal.open(entry);
    await journal.list();
    const done = { ...entry, state: 'done' } as const;
    await Promise.all([journal.reread([`${id(1)}.json`]), journal.update(done), journal.reread([`${id(1)}.json`])]);
    expect(await journal.list()).toEqual([done]);
  });

  it('lists the newest first by id, not by a clock that was set back', async () => {
    await write(1, { startedAt: 3 });
    await write(3, { startedAt: 1 });
    await write(2, { startedAt: 2 });
    const journal = createFileJournal({ folder, log, readText });
    expect((await journal.list()).map((one) => one.id)).toEqual([id(3), id(2), id(1)]);
    expect(await journal.newestId()).toBe(id(3));
  });

  it('knows the newest id of another window before anything was listed', async () => {
    await write(9);
    await writeFile(path.join(folder, 'zzz.json'), '{}');
    expect(await createFileJournal({ folder, log, readText }).newestId()).toBe(id(9));
  });

  it('keeps a note that was made while the entry was still being written', async () => {
    const journal = createFileJournal({ folder, log, readText });
    const entry = buildEntry({ id: id(1), state: 'open' });
    await journal.open(entry);
    await Promise.all([
      journal.annotate(id(1), { takenBack: ['3104 10.0.10.11'] }),
      journal.annotate(id(1), { takenBack: ['3104 10.0.10.12'], retriedBy: id(2) }),
    ]);
    await journal.update({ ...entry, state: 'done' });
    const noted = { takenBack: ['3104 10.0.10.11', '3104 10.0.10.12'], retriedBy: id(2) };
    expect(await createFileJournal({ folder, log, readText }).get(id(1))).toMatchObject({ state: 'done', ...noted });
  });

  it('removes entries for good, but none that is open', async () => {
    const journal = createFileJournal({ folder, log, readText });
    await write(1);
    await write(2, { state: 'open' });
    await journal.list();
    await journal.remove([id(1), id(2), '../outside']);
    expect(await readdir(folder)).toEqual([`${id(2)}.json`]);
    expect((await journal.list()).map((one) => one.id)).toEqual([id(2)]);
  });
});
