import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../src/change/journalEntry';
import type { JournalStore } from '../../../../src/session/journal/history';
import { keepUnwritten } from '../../../../src/session/journal/keepUnwritten';
import { buildEntry } from '../../../support/buildEntry';
import { memoryJournal } from '../../../support/memoryJournal';

/** A journal on a disk that can be full. */
function openOnDisk() {
  const journal = memoryJournal();
  const disk = { isFull: false };
  const write = (work: () => Promise<void>) => (disk.isFull ? Promise.reject(new Error('no space left')) : work());
  const store: JournalStore = {
    open: (entry) => write(() => journal.open(entry)),
    update: (entry) => write(() => journal.update(entry)),
    annotate: (id, note) => write(() => journal.annotate(id, note)),
    list: () => Promise.resolve([...journal.entries.values()]),
    get: (id) => Promise.resolve(journal.entries.get(id)),
    unreadable: () => Promise.resolve([]),
    newestId: () => Promise.resolve(undefined),
    reread: () => Promise.resolve(false),
    refresh: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    setAside: () => Promise.resolve(),
    claimAbandoned: () => Promise.resolve([]),
    release: () => Promise.resolve(),
  };
  return { disk, kept: keepUnwritten(store, () => 1_000), journal };
}

function unfinished(): JournalEntry {
  const { finishedAt, result, ...entry } = buildEntry({ state: 'open' });
  expect([finishedAt, result]).not.toContain(undefined);
  return { ...entry, steps: entry.plan.steps.map((step) => ({ step, state: 'waiting', addresses: [], chosen: [] })) };
}

describe('keepUnwritten', () => {
  it('keeps a change that could not be opened as one of which nothing was sent, and says that it failed', async () => {
    const { disk, kept } = openOnDisk();
    disk.isFull = true;
    await expect(kept.open(unfinished())).rejects.toThrow('no space left');
    const entry = await kept.get('entry-1');
    expect(entry).toMatchObject({ state: 'done', result: 'notApplied', finishedAt: 1_000 });
    expect(entry?.steps).toMatchObject([{ state: 'done', result: 'skipped', addresses: [{}, {}] }]);
    expect(await kept.list()).toEqual([entry]);
  });

  it('tells of a change what happened, although its result could not be written, until it is', async () => {
    const { disk, kept, journal } = openOnDisk();
    await kept.open(unfinished());
    disk.isFull = true;
    await expect(kept.update(buildEntry())).rejects.toThrow('no space left');
    expect(journal.entries.get('entry-1')?.state).toBe('open');
    expect(await kept.get('entry-1')).toEqual(buildEntry());
    expect(await kept.list()).toEqual([buildEntry()]);
    disk.isFull = false;
    await kept.update(buildEntry({ recovered: true }));
    expect(await kept.get('entry-1')).toEqual(buildEntry({ recovered: true }));
    expect(await kept.list()).toHaveLength(1);
  });

  it('notes on what is only in memory that it was retried', async () => {
    const { disk, kept } = openOnDisk();
    disk.isFull = true;
    await expect(kept.open(unfinished())).rejects.toThrow('no space left');
    disk.isFull = false;
    await kept.annotate('entry-1', { retriedBy: 'entry-2' });
    expect(await kept.get('entry-1')).toMatchObject({ retriedBy: 'entry-2' });
  });
});
