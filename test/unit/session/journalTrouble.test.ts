import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileJournal } from '../../../src/session/journal/fileJournal';
import { errorText } from '../../../src/words/errorText';
import { journalTroubleText } from '../../../src/words/journalTroubleText';
import { troubleOf } from '../../../src/change/journalTrouble';
import { buildEntry } from '../../support/buildEntry';
import { recordLog } from '../../support/recordLog';
import { replaceInDisk } from '../../support/replaceInDisk';

/** What the disk answers to whom: a full or read-only disk cannot be had in a test, so its answers are put in here. */
const disk: { refuse: (call: string, file: string) => string | undefined } = { refuse: () => undefined };
replaceInDisk((real) => {
  const guard =
    <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const code = disk.refuse(name, String(args[0]));
      if (code === undefined) return call(...args);
      // As on a real disk: the file was made, and what it should hold did not fit.
      if (name === 'writeFile') await real.writeFile(String(args[0]), '').catch(() => undefined);
      throw Object.assign(new Error(`${code}: ${name} ${String(args[0])}`), { code });
    };
  return {
    writeFile: guard('writeFile', real.writeFile),
    rename: guard('rename', real.rename),
    mkdir: guard('mkdir', real.mkdir) as typeof real.mkdir,
  };
});

let folder: string;
const log = recordLog();
const entry = buildEntry({ id: 'entry-1', state: 'open' });
beforeEach(async () => {
  disk.refuse = () => undefined;
  folder = await mkdtemp(path.join(tmpdir(), 'journal-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function failing(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable('it was written'),
    (error: unknown) => error,
  );
}

describe('a journal that cannot be written', () => {
  it.each([
    ['ENOSPC', 'Could not write the history: the disk is full.'],
    ['EDQUOT', 'Could not write the history: the disk is full.'],
    ['EROFS', 'Could not write the history: the disk is read-only.'],
    ['EACCES', 'Could not write the history: access to its folder is denied.'],
    ['EIO', 'Could not write the history.'],
  ])('names the cause of %s, and leaves nothing behind: %s', async (code, text) => {
    const journal = createFileJournal({ folder, log });
    disk.refuse = (call, file) => (call === 'writeFile' && file.includes('.json') ? code : undefined);
    const error = await failing(journal.open(entry));
    expect(journalTroubleText(troubleOf(error)!)).toBe(text);
    expect(errorText(error).message).toBe(text);
    expect(await readdir(folder)).toEqual([]);
    disk.refuse = () => undefined;
    await journal.open(entry);
    expect(await readdir(folder)).toEqual(['entry-1.json', 'entry-1.lock']);
  });

  it('leaves nothing behind when not even the lock can be written', async () => {
    disk.refuse = (call) => (call === 'writeFile' ? 'ENOSPC' : undefined);
    const journal = createFileJournal({ folder, log });
    expect(troubleOf(await failing(journal.open(entry)))).toBe('diskFull');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is no folder that cannot be made', async () => {
    disk.refuse = (call) => (call === 'mkdir' ? 'EROFS' : undefined);
    const journal = createFileJournal({ folder: path.join(folder, 'journal'), log });
    expect(troubleOf(await failing(journal.open(entry)))).toBe('readOnly');
  });

  it('keeps the entry as it was when a later note fails, and takes what could not be completed up again', async () => {
    const journal = createFileJournal({ folder, log });
    await journal.open(entry);
    expect(await journal.claimAbandoned()).toEqual([]);
    disk.refuse = (call, file) => (call === 'writeFile' && file.includes('.json') ? 'ENOSPC' : undefined);
    expect(troubleOf(await failing(journal.update({ ...entry, state: 'done' })))).toBe('diskFull');
    expect(await readdir(folder)).toEqual(['entry-1.json']);
    disk.refuse = () => undefined;
    expect(await journal.claimAbandoned()).toEqual([entry]);
  });

  it('tries a rename again that Windows refuses for a moment', async () => {
    const journal = createFileJournal({ folder, log });
    const refusals = ['EPERM', 'EBUSY', 'EACCES'];
    disk.refuse = (call) => (call === 'rename' ? refusals.pop() : undefined);
    await journal.open(entry);
    expect(refusals).toEqual([]);
    expect(await createFileJournal({ folder, log }).get('entry-1')).toEqual(entry);
  });

  it('does not try for ever', async () => {
    const journal = createFileJournal({ folder, log });
    disk.refuse = (call) => (call === 'rename' ? 'EBUSY' : undefined);
    expect(troubleOf(await failing(journal.open(entry)))).toBe('failed');
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that another window works on the change', async () => {
    await createFileJournal({ folder, log }).open(entry);
    const owner = { id: 'other', pid: process.ppid, host: 'there' };
    const error = await failing(createFileJournal({ folder, log, owner }).update(entry));
    expect(errorText(error).message).toBe('Could not write the history: another window is working on this change.');
  });
});

describe('what killed windows left beside the entries', () => {
  it('goes: locks of finished entries and old halves of files; what is recent or alive stays', async () => {
    const { utimes, writeFile } = await import('node:fs/promises');
    const journal = createFileJournal({ folder, log });
    await journal.open({ ...entry, id: 'own' });
    const left = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);
    await left('done.json', JSON.stringify(buildEntry({ id: 'done' })));
    const dead = { id: 'dead', pid: process.pid, host: (await import('node:os')).hostname(), at: Date.now() };
    await left('done.lock', JSON.stringify(dead));
    await left('gone.lock', JSON.stringify(dead));
    await left('far.lock', JSON.stringify({ ...dead, host: 'there' }));
    await left('done.json.5f3a9c1d.tmp', '{"half');
    await left('own.json.0a1b2c3d.tmp', '{"half');
    const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
    await utimes(path.join(folder, 'done.json.5f3a9c1d.tmp'), longAgo, longAgo);
    await journal.claimAbandoned();
    expect(await readdir(folder)).toEqual(['done.json', 'far.lock', 'own.json', 'own.json.0a1b2c3d.tmp', 'own.lock']);
  });
});
