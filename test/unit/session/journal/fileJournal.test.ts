import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../src/change/journalEntry';
import { createFileJournal } from '../../../../src/session/journal/fileJournal';
import { recordLog, type RecordedLog } from '../../../support/recordLog';

type FileJournal = ReturnType<typeof createFileJournal>;

let folder: string;
let log: RecordedLog;
let now = 0;
const alive = new Set<number>();

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'journal-'));
  log = recordLog();
  now = Date.UTC(2026, 0, 5);
  alive.clear();
});
afterEach(() => rm(folder, { recursive: true }));

/** A window with its own extension host. */
function openWindow(pid: number, host = 'here', id = `window-${pid}`): FileJournal {
  alive.add(pid);
  const owner = { id, pid, host };
  return createFileJournal({ folder, log, owner, now: () => now, isAlive: (other) => alive.has(other) });
}

function buildEntry(entry: Partial<JournalEntry> = {}): JournalEntry {
  return {
    version: 1,
    id: 'entry-1',
    profile: { id: 'p1', name: 'Sandbox' },
    regionCode: 'KR',
    intent: { items: [] },
    plan: { version: 1, regionCode: 'KR', steps: [], changes: [], warnings: [] },
    startedAt: 1,
    state: 'open',
    steps: [],
    ...entry,
  };
}

describe('fileJournal: keeping', () => {
  it('gives back what it was given, also to another window', async () => {
    const [a, b] = [openWindow(1), openWindow(2)];
    await a.open(buildEntry());
    await a.update(buildEntry({ state: 'done', result: 'applied' }));
    expect(await b.list()).toEqual([buildEntry({ state: 'done', result: 'applied' })]);
    expect(await b.get('entry-1')).toMatchObject({ result: 'applied' });
    expect(await b.get('entry-2')).toBeUndefined();
  });

  it('loses no note and reopens no entry when both are written at once', async () => {
    const journal = openWindow(1);
    for (const n of Array.from({ length: 30 }, (_, index) => `entry-${index}`)) {
      await journal.open(buildEntry({ id: n }));
      const done = buildEntry({ id: n, state: 'done', result: 'applied' });
      await Promise.all([journal.annotate(n, { retriedBy: 'newer' }), journal.update(done)]);
    }
    const entries = await openWindow(2).list();
    expect(entries.filter(({ state, retriedBy }) => state === 'done' && retriedBy === 'newer')).toHaveLength(30);
  });

  it('is empty before anything was written', async () => {
    const journal = createFileJournal({ folder: path.join(folder, 'not', 'there'), log });
    expect(await journal.list()).toEqual([]);
    expect(await journal.claimAbandoned()).toEqual([]);
  });

  it('leaves one file per finished entry and nothing beside it', async () => {
    const journal = openWindow(1);
    await journal.open(buildEntry());
    await journal.update(buildEntry({ state: 'done' }));
    expect(await readdir(folder)).toEqual(['entry-1.json']);
  });

  it('notes who took an entry back', async () => {
    const journal = openWindow(1);
    await journal.open(buildEntry({ state: 'done' }));
    await journal.annotate('entry-1', { undoneBy: 'entry-2' });
    await journal.annotate('entry-404', { undoneBy: 'entry-2' });
    expect(await journal.get('entry-1')).toMatchObject({ undoneBy: 'entry-2' });
  });

  it('refuses an id that would leave its folder', async () => {
    await expect(openWindow(1).open(buildEntry({ id: '../entry' }))).rejects.toThrow('A journal id is made of');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('fileJournal: two windows', () => {
  it('does not complete what another window still works on', async () => {
    const [a, b] = [openWindow(1), openWindow(2)];
    await a.open(buildEntry());
    expect(await b.claimAbandoned()).toEqual([]);
    await expect(b.update(buildEntry({ state: 'done' }))).rejects.toThrow('Another window works on this');
    expect(await a.get('entry-1')).toMatchObject({ state: 'open' });
  });

  it('claims what a killed window left open, for one window only', async () => {
    const [a, b, c] = [openWindow(1), openWindow(2), openWindow(3)];
    await a.open(buildEntry());
    alive.delete(1);
    const claims = await Promise.all([b.claimAbandoned(), c.claimAbandoned()]);
    expect(claims.flat().map(({ id }) => id)).toEqual(['entry-1']);
    expect(await openWindow(4).claimAbandoned()).toEqual([]);
  });

  it('claims nothing that is done', async () => {
    const [a, b] = [openWindow(1), openWindow(2)];
    await a.open(buildEntry());
    await a.update(buildEntry({ state: 'done' }));
    alive.delete(1);
    expect(await b.claimAbandoned()).toEqual([]);
    expect(await readdir(folder)).toEqual(['entry-1.json']);
  });

  it('gives a claimed entry back for another start', async () => {
    const [a, b, c] = [openWindow(1), openWindow(2), openWindow(3)];
    await a.open(buildEntry());
    alive.delete(1);
    await b.claimAbandoned();
    await b.release('entry-1');
    expect(await c.claimAbandoned()).toHaveLength(1);
  });

  it('claims what an earlier process of the same pid left open, as after a restart of its container', async () => {
    await openWindow(1).open(buildEntry());
    const restarted = openWindow(1, 'here', 'window-1-restarted');
    expect(await restarted.claimAbandoned()).toHaveLength(1);
    await restarted.update(buildEntry({ state: 'done' }));
    expect(await readdir(folder)).toEqual(['entry-1.json']);
  });

  it('does not take the same pid on another machine for its own', async () => {
    await openWindow(1, 'there').open(buildEntry());
    expect(await openWindow(1, 'here', 'window-1-here').claimAbandoned()).toEqual([]);
  });

  it('waits for a window on another machine to fall silent, as its process cannot be seen', async () => {
    const [far, near] = [openWindow(1, 'there'), openWindow(2)];
    await far.open(buildEntry());
    alive.delete(1);
    expect(await near.claimAbandoned()).toEqual([]);
    now += 60 * 60_000;
    expect(await near.claimAbandoned()).toHaveLength(1);
  });

  it('tells a living window that its entry was claimed while it was silent', async () => {
    const [a, b] = [openWindow(1), openWindow(2)];
    await a.open(buildEntry());
    now += 60 * 60_000;
    expect(await b.claimAbandoned()).toHaveLength(1);
    await expect(a.update(buildEntry({ state: 'done' }))).rejects.toThrow('Another window works on this');
  });
});
