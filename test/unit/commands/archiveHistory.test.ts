import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveHistory } from '../../../src/commands/archiveHistory';
import { openArchive } from '../../../src/commands/openArchive';
import { openHistoryFolder } from '../../../src/commands/openHistoryFolder';
import { readArguments } from '../../../src/commands/readArguments';
import { setAsideUnreadable } from '../../../src/commands/setAsideUnreadable';
import { answering, openCommandBench, type CommandBench } from '../../support/commandBench';
import { buildEntry } from '../../support/buildEntry';
import { user, type Reply } from '../../support/scriptedPrompter';

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
    const bench = await fill();
    const moved = await archiveHistory(bench.context, answering({ before: '2026-01-06' }));
    const { file } = moved as { file: string };
    expect(moved).toEqual({ file, entries: 2 });
    expect(await ids(bench)).toEqual(['2026-01-06', '2026-01-03']);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['2026-01-05', '2026-01-04']);

    expect(await openArchive(bench.context, answering({ file }))).toEqual({ entries: 2, unreadable: 0 });
    const [text] = [...bench.opened.values()];
    expect(text).toMatch(/^# .*before.*\n\n2 changes\n/);
    expect(text).toMatch(/2026-01-05[^]*10\.0\.10\.11 applied[^]*2026-01-04/);
  });

  it('asks for the day and, later, which archive to open', async () => {
    const bench = await fill(user.types('2026-01-05'), user.picks('-before-2026-01-05'));
    const moved = await archiveHistory(bench.context, answering());
    expect(moved).toMatchObject({ entries: 1 });
    expect(await openArchive(bench.context, answering())).toEqual({ entries: 1, unreadable: 0 });
  });

  it.each(['2026-02-30', '2026', 'yesterday', ''])('takes “%s” for no day', async (before) => {
    const bench = await fill();
    await expect(archiveHistory(bench.context, answering({ before }))).rejects.toThrow('is not a day');
    expect(await ids(bench)).toHaveLength(4);
  });

  it('says that there is nothing to move', async () => {
    const { context } = await fill();
    await expect(archiveHistory(context, answering({ before: '2026-01-04' }))).rejects.toThrow('no finished change');
  });

  it('never writes over a file, and then moves nothing', async () => {
    const bench = await fill();
    const file = path.join(path.dirname(bench.context.journalFolder), 'kept.jsonl');
    await writeFile(file, 'mine');
    const archived = archiveHistory(bench.context, answering({ before: '2026-01-06', file }));
    await expect(archived).rejects.toThrow('is there already');
    expect([await readFile(file, 'utf8'), await ids(bench)]).toEqual([
      'mine',
      [...days, '2026-01-03'].sort().reverse(),
    ]);
  });

  it('opens an archive with damaged lines, and says how many they are', async () => {
    const { context, opened } = await openCommandBench();
    const file = path.join(path.dirname(context.journalFolder), 'mended by hand.jsonl');
    await writeFile(file, `${JSON.stringify(buildEntry())}\n{"half\n\n[]\n`);
    expect(await openArchive(context, answering({ file }))).toEqual({ entries: 1, unreadable: 2 });
    expect(opened.get('mended by hand.md')).toContain('2 lines of the file cannot be read.');
  });
});

describe('files that cannot be read', () => {
  it('are set aside from their row, or all at once, and no entry ever is', async () => {
    const bench = await fill();
    const { context } = bench;
    for (const name of ['one.json', 'two.json']) await writeFile(path.join(context.journalFolder, name), '{');
    await context.history.refresh();
    const row = { kind: 'unreadableFile', files: [{ name: 'one.json', flaw: 'damaged' }] };
    expect(await setAsideUnreadable(context, readArguments([row]))).toEqual({ files: ['one.json'] });
    const asked = answering({ files: ['2026-01-04.json', '../outside'] });
    await expect(setAsideUnreadable(context, asked)).rejects.toThrow('can be read');
    expect(await setAsideUnreadable(context, answering())).toEqual({ files: ['two.json'] });
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
