import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { createHistory, type JournalStore } from '../../../src/session/history';
import { buildEntry } from '../../support/buildEntry';

/** Entries in a map, in the order written. */
function storeOf(...entries: readonly JournalEntry[]): JournalStore {
  const kept = new Map(entries.map((entry) => [entry.id, entry]));
  const put = (entry: JournalEntry): Promise<void> => Promise.resolve(void kept.set(entry.id, entry));
  return {
    list: () => Promise.resolve([...kept.values()]),
    get: (id) => Promise.resolve(kept.get(id)),
    open: put,
    update: put,
    annotate: (id, note) => put({ ...kept.get(id)!, ...note }),
    claimAbandoned: () => Promise.resolve([...kept.values()].filter(({ state }) => state === 'open')),
    release: () => Promise.resolve(),
  };
}

describe('history', () => {
  it('lists the newest first; of two at the same moment the later id', async () => {
    const at = (id: string, startedAt: number): JournalEntry => buildEntry({ id, startedAt });
    const history = createHistory(
      storeOf(at('a', 1), at('c', 3), at('b', 2), at('d', 3)),
      () => 0,
      () => '',
    );
    expect((await history.list()).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('makes ids that sort by time and can be file names', () => {
    let clock = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
    const history = createHistory(
      storeOf(),
      () => clock,
      () => 'f3a9c1d2-0000-4000-8000-000000000000',
    );
    const first = history.newId();
    clock += 1;
    expect(first).toMatch(/^[\w-]+$/);
    expect(history.newId() > first).toBe(true);
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
    history.touch();
    expect(told).toBe(4);
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
});
