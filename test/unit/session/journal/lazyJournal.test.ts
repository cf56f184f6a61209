import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lazyJournal } from '../../../../src/session/journal/lazyJournal';
import { openJournal } from '../../../../src/session/journal/openJournal';
import { buildEntry } from '../../../support/buildEntry';
import { recordLog } from '../../../support/recordLog';

let storage: string;
let folder: string;
let opened: number;
beforeEach(async () => {
  storage = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-lazy-'));
  folder = path.join(storage, 'journal');
  opened = 0;
});
afterEach(() => rm(storage, { recursive: true, force: true }));

function open() {
  const { store } = lazyJournal(folder, () => {
    opened++;
    return openJournal(folder, recordLog());
  });
  return store;
}

describe('a journal without entries', () => {
  it.each(['that is not there', 'that is empty'])('is not opened to be read: a folder %s', async (which) => {
    if (which === 'that is empty') await mkdir(folder);
    const store = open();
    expect(await store.list()).toEqual([]);
    expect(await store.unreadable()).toEqual([]);
    expect(await store.claimAbandoned()).toEqual([]);
    expect(await store.list()).toBe(await store.list());
    expect(opened).toBe(0);
  });

  it('is opened once another window has written to it', async () => {
    await mkdir(folder);
    const store = open();
    expect(await store.list()).toEqual([]);
    const entry = buildEntry();
    await writeFile(path.join(folder, `${entry.id}.json`), JSON.stringify(entry));
    expect(await store.list()).toMatchObject([{ id: entry.id }]);
    expect(opened).toBe(1);
  });

  it('is opened by the first change, and read from then on', async () => {
    const store = open();
    const entry = buildEntry();
    await store.open(entry);
    expect(await store.list()).toMatchObject([{ id: entry.id }]);
    expect(opened).toBe(1);
  });

  it('is opened where the folder is none, and tells so', async () => {
    await writeFile(folder, '');
    await expect(open().list()).rejects.toThrow('ENOTDIR');
    expect(opened).toBe(1);
  });
});
