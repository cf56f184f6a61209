import { describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../../src/change/journalEntry';
import { createHistory, type JournalStore } from '../../../../src/session/journal/history';
import { buildEntry } from '../../../support/buildEntry';

/** Entries in a map, in the order written; `reread` always finds something new. */
function storeOf(...entries: readonly JournalEntry[]): JournalStore {
  const kept = new Map(entries.map((entry) => [entry.id, entry]));
  const put = (entry: JournalEntry): Promise<void> => Promise.resolve(void kept.set(entry.id, entry));
  return {
    list: () => Promise.resolve([...kept.values()]),
    get: (id) => Promise.resolve(kept.get(id)),
    open: put,
    update: put,
    annotate: (id, note) => put({ ...kept.get(id)!, ...note }),
    unreadable: () => Promise.resolve([]),
    newestId: () => Promise.resolve([...kept.keys()].sort().at(-1)),
    reread: () => Promise.resolve(true),
    refresh: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    setAside: () => Promise.resolve(),
    claimAbandoned: () => Promise.resolve([...kept.values()].filter(({ state }) => state === 'open')),
    release: () => Promise.resolve(),
  };
}

describe('history', () => {
  it('makes ids that sort by time and can be file names', async () => {
    let clock = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
    const history = createHistory(
      storeOf(),
      () => clock,
      () => 'f3a9c1d2-0000-4000-8000-000000000000',
    );
    const first = await history.newId();
    clock += 1;
    expect(first).toMatch(/^[\w-]+$/);
    expect((await history.newId()) > first).toBe(true);
  });

  it('makes ids that sort after every known one when the clock was set back, and in the same moment', async () => {
    const known = buildEntry({ id: '20260105T093000000Z-aaaaaaaa' });
    const history = createHistory(
      storeOf(known, buildEntry({ id: '20251231T000000000Z-ffffffff' })),
      () => Date.UTC(2025, 0, 1),
      () => '00000000-0000-4000-8000-000000000000',
    );
    const ids = [known.id, await history.newId(), await history.newId(), await history.newId()];
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('tells of everything written, and of what somebody else wrote', async () => {
    const history = createHistory(
      storeOf(),
      () => 0,
      () => '',
    );
    let told = 0;
    history.onDidChange(() => told++);
    await history.open(buildEntry());
    await history.update(buildEntry({ state: 'done' }));
    await history.annotate('entry-1', { undoneBy: 'entry-2' });
    history.touch('entry-1.json');
    await vi.waitFor(() => expect(told).toBe(4));
    expect(await history.get('entry-1')).toMatchObject({ state: 'done', undoneBy: 'entry-2' });
  });

  it('hands on that an entry could not be written, and lets views look again', async () => {
    const store = { ...storeOf(), open: () => Promise.reject(new Error('disk full')) };
    const history = createHistory(
      store,
      () => 0,
      () => '',
    );
    let told = 0;
    history.onDidChange(() => told++);
    await expect(history.open(buildEntry())).rejects.toThrow('disk full');
    expect(told).toBe(1);
  });

  it('reads a burst of files that somebody else wrote together, and tells of it once', async () => {
    const reread = vi.fn((names: readonly string[]) => Promise.resolve(names.length > 0));
    const history = createHistory(
      { ...storeOf(), reread },
      () => 0,
      () => '',
    );
    let told = 0;
    history.onDidChange(() => told++);
    for (let file = 0; file < 500; file++) history.touch(`entry-${file}.json`);
    await vi.waitFor(() => expect(told).toBe(1));
    expect(reread.mock.calls.map(([names]) => names.length)).toEqual([500]);
  });

  it('says nothing of files that hold what was known', async () => {
    const history = createHistory(
      { ...storeOf(), reread: (names) => Promise.resolve(names.includes('other.json')) },
      () => 0,
      () => '',
    );
    const told: string[] = [];
    history.onDidChange(() => told.push('changed'));
    history.touch('own.json');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual([]);
    history.touch('other.json');
    await vi.waitFor(() => expect(told).toHaveLength(1));
  });

  it('says nothing after dispose', async () => {
    const history = createHistory(
      storeOf(),
      () => 0,
      () => '',
    );
    let told = 0;
    history.onDidChange(() => told++);
    history.dispose();
    await history.open(buildEntry());
    expect(told).toBe(0);
  });

  it('knows that the last look at the folder failed, and tells once of it and once when it goes well again', async () => {
    let failure: Error | undefined;
    const claimAbandoned: JournalStore['claimAbandoned'] = () =>
      failure ? Promise.reject(failure) : Promise.resolve([]);
    const entries = [buildEntry()];
    const list: JournalStore['list'] = () => Promise.resolve(entries);
    const history = createHistory(
      { ...storeOf(), list, claimAbandoned },
      () => 0,
      () => '',
    );
    let told = 0;
    history.onDidChange(() => told++);
    failure = new Error('EIO');
    await expect(history.claimAbandoned()).rejects.toBe(failure);
    await expect(history.claimAbandoned()).rejects.toBe(failure);
    expect([history.trouble(), told]).toEqual([failure, 1]);
    failure = undefined;
    await history.claimAbandoned();
    expect([history.trouble(), told]).toEqual([undefined, 2]);
  });
});
