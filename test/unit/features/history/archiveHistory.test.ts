import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJournalArchive } from '../../../../src/session/journal/journalArchive';
import { archiveHistory } from '../../../../src/features/history/archiveHistory';
import { openArchive } from '../../../../src/features/history/openArchive';
import { openHistoryFolder, setAsideUnreadable } from '../../../../src/features/history/historyFiles';
import { readArguments } from '../../../../src/features/readArguments';
import { call } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { buildEntry } from '../../../support/buildEntry';
import { user, type Reply } from '../../../support/scriptedPrompter';

const days = ['2026-01-04', '2026-01-05', '2026-01-06'];

/** A change at the noon of each of three days, and one that is unfinished before them. */
async function fill(...script: readonly Reply[]): Promise<CommandBench> {
  const bench = await openCommandBench(...script);
  const { history } = bench.context;
  for (const day of days) {
    const entry = buildEntry({ id: day, startedAt: new Date(`${day}T12:00:00`).getTime() });
    await history.open({ ...entry, state: 'open' });
    await history.update(entry);
  }
  await history.open(buildEntry({ id: '2026-01-03', startedAt: 1, state: 'open' }));
  return bench;
}
const ids = async ({ context }: CommandBench): Promise<string[]> => (await context.history.list()).map(({ id }) => id);

describe('archive history', () => {
  it('moves the finished changes before a day into one file, newest first, which opens as a document', async () => {
    const bench = await fill(user.says(true));
    const moved = await call(archiveHistory, bench.context, { before: '2026-01-06' });
    const { file } = moved as { file: string };
    expect(moved).toEqual({ file, entries: 2 });
    expect(await ids(bench)).toEqual(['2026-01-06', '2026-01-03']);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['2026-01-05', '2026-01-04']);

    expect(await call(openArchive, bench.context, { file })).toEqual({ entries: 2, unreadable: 0 });
    const [text] = [...bench.opened.values()];
    expect(text).toMatch(/^# .*before.*\n\n2 changes\n/);
    expect(text).toMatch(/2026-01-05[^]*10\.0\.10\.11 applied[^]*2026-01-04/);
  });

  it('asks for the day and, later, which archive to open', async () => {
    const bench = await fill(user.types('2026-01-05'), user.picks('-before-2026-01-05'));
    const moved = await call(archiveHistory, bench.context);
    expect(moved).toMatchObject({ entries: 1 });
    expect(await call(openArchive, bench.context)).toEqual({ entries: 1, unreadable: 0 });
  });

  it.each(['2026-02-30', '2026', 'yesterday', ''])('takes “%s” for no day', async (before) => {
    const bench = await fill();
    await expect(call(archiveHistory, bench.context, { before })).rejects.toThrow('is not a date');
    expect(await ids(bench)).toHaveLength(4);
  });

  it('is not done by code before a person said yes: what is archived cannot be undone any more', async () => {
    const bench = await fill(user.says(false));
    expect(await call(archiveHistory, bench.context, { before: '2026-01-06' })).toBeUndefined();
    expect(await ids(bench)).toHaveLength(4);
  });

  it('says that there is nothing to move', async () => {
    const { context } = await fill(user.says(true));
    await expect(call(archiveHistory, context, { before: '2026-01-04' })).rejects.toThrow('No finished changes');
  });

  it('never writes over a file, and then moves nothing', async () => {
    const bench = await fill();
    const folder = path.join(bench.context.journalFolder, 'archive');
    const removed: string[] = [];
    const journal = {
      list: () => bench.context.history.list(),
      remove: (some: readonly string[]) => Promise.resolve(void removed.push(...some)),
    };
    const archive = createJournalArchive(folder, journal, () => 0);
    const before = new Date('2026-01-06T00:00:00').getTime();
    const first = await archive.move(before);
    removed.length = 0;
    await expect(archive.move(before)).rejects.toThrow('is there already');
    expect([first?.entries, removed]).toEqual([2, []]);
  });

  it('opens nothing by code that lies outside its folder, nor what is no file', async () => {
    const bench = await openCommandBench(user.dismisses());
    const folder = path.join(bench.context.journalFolder, 'archive');
    await mkdir(path.join(folder, 'odd.jsonl'), { recursive: true });
    await expect(call(openArchive, bench.context, { file: 'odd.jsonl' })).rejects.toThrow('is no archive');
    expect(await call(openArchive, bench.context, { file: '/dev/zero' })).toBeUndefined();
  });

  it('opens an archive with damaged lines, and says how many they are', async () => {
    const { context, opened } = await openCommandBench();
    const folder = path.join(context.journalFolder, 'archive');
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, 'mended by hand.jsonl');
    await writeFile(file, `${JSON.stringify(buildEntry())}\n{"half\n\n[]\n`);
    expect(await call(openArchive, context, { file })).toEqual({ entries: 1, unreadable: 2 });
    expect(opened.get('Archive: mended by hand')).toContain('Could not read 2 lines of the file.');
  });
});

describe('files that cannot be read', () => {
  it('are set aside from their row, or all at once, and no entry ever is', async () => {
    const bench = await fill();
    const { context } = bench;
    for (const name of ['one.json', 'two.json']) await writeFile(path.join(context.journalFolder, name), '{');
    await context.history.refresh();
    const row = { kind: 'unreadableFile', files: [{ name: 'one.json', flaw: 'damaged' }] };
    expect(await setAsideUnreadable(context, readArguments('ncloudIp.setAsideUnreadable', [row]))).toEqual({
      files: ['one.json'],
    });
    const files = ['2026-01-04.json', '../outside'];
    await expect(call(setAsideUnreadable, context, { files })).rejects.toThrow('can be read');
    expect(await call(setAsideUnreadable, context)).toEqual({ files: ['two.json'] });
    expect([await context.history.unreadable(), await ids(bench)]).toEqual([
      [],
      [...days, '2026-01-03'].sort().reverse(),
    ]);
  });

  it('lie in a folder that is opened', async () => {
    const { context } = await openCommandBench();
    expect(await openHistoryFolder(context)).toEqual({ folder: context.journalFolder });
  });
});
