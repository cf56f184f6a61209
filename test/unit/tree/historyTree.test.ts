import { rename, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { refreshHistory } from '../../../src/features/history/historyFiles';
import { HistoryTree } from '../../../src/tree/historyTree';
import { createEmitter, type Emitter } from '../../../src/session/emitter';
import { createHistoryFilters, type ActiveFilter } from '../../../src/session/journal/historyFilter';
import type { UnreadableEntry } from '../../../src/session/journal/entryIndex';
import { buildEntry, buildPlan, buildRecord } from '../../support/buildEntry';
import { openCommandBench } from '../../support/commandBench';
import { expectGolden } from '../../support/goldenText';
import { recordLog } from '../../support/recordLog';

const at = (day: number, hour: number): number => new Date(2026, 0, day, hour, 5).getTime();
/** What became of the two addresses of a step. */
const became = (...results: readonly ('applied' | 'notApplied')[]) =>
  buildRecord({ addresses: results.map((result, index) => ({ address: `10.0.10.1${index + 1}`, result })) });
const entries: readonly JournalEntry[] = [
  buildEntry({ id: 'e8', startedAt: at(6, 16), undoes: 'e7', plan: buildPlan({ isRedo: true }) }),
  buildEntry({ id: 'e7', startedAt: at(6, 15), undoes: 'e4', undoneBy: 'e8' }),
  buildEntry({ id: 'e6', startedAt: at(6, 14), state: 'open' }),
  buildEntry({ id: 'e5', startedAt: at(6, 11), undoes: 'e4' }),
  buildEntry({ id: 'e4', startedAt: at(6, 10), undoneBy: 'e5' }),
  buildEntry({ id: 'e3', startedAt: at(5, 18), result: 'unknown', steps: [] }),
  buildEntry({ id: 'e2', startedAt: at(5, 9), result: 'partly', steps: [became('applied', 'notApplied')] }),
  buildEntry({ id: 'e1c', startedAt: at(5, 8), takenBack: ['3104 10.0.10.11'] }),
  buildEntry({
    id: 'e1b',
    startedAt: at(5, 8),
    undoes: 'e1',
    result: 'partly',
    steps: [became('applied', 'notApplied')],
  }),
  buildEntry({ id: 'e1a', startedAt: at(5, 8), result: 'notApplied', steps: [became('notApplied')], retriedBy: 'e1b' }),
  buildEntry({ id: 'e1', startedAt: at(5, 8), result: 'notApplied', steps: [became('notApplied', 'notApplied')] }),
];

function open(listed: readonly JournalEntry[], unreadable: readonly UnreadableEntry[] = []) {
  const log = recordLog();
  const filters = createHistoryFilters();
  const changed: Emitter<void> = createEmitter();
  let written = listed;
  let failure: Error | undefined;
  const list = vi.fn(() => (failure ? Promise.reject(failure) : Promise.resolve(written)));
  const history = {
    list,
    unreadable: () => Promise.resolve(unreadable),
    trouble: () => undefined,
    onDidChange: changed.event,
  };
  return {
    tree: new HistoryTree(history, filters, log),
    fire: () => changed.fire(),
    write: (next: readonly JournalEntry[]) => (written = next),
    log,
    filters,
    fail: (error?: Error) => (failure = error),
    reads: () => list.mock.calls.length,
  };
}

describe('historyTree', () => {
  it('groups by day, newest first, and says how each change ended', async () => {
    const { tree } = open(entries);
    const lines: string[] = [];
    for (const day of await tree.getChildren()) {
      const drawn = await tree.getTreeItem(day);
      lines.push(`${drawn.label as string}  ${drawn.description as string}`);
      for (const node of await tree.getChildren(day)) {
        const { label, description, iconPath, contextValue } = await tree.getTreeItem(node);
        const { id } = iconPath as { id: string };
        lines.push(`  (${id}) ${label as string}  ${description as string}  [${contextValue}]`);
      }
    }
    await expectGolden(import.meta.filename, 'history.txt', lines);
  });

  it('says that it reads where that takes its time, and draws what was read then', async () => {
    const reading = Promise.withResolvers<readonly JournalEntry[]>();
    const changed: Emitter<void> = createEmitter();
    const history = {
      list: () => reading.promise,
      unreadable: () => Promise.resolve([]),
      trouble: () => undefined,
      onDidChange: changed.event,
    };
    const tree = new HistoryTree(history, createHistoryFilters(), recordLog(), 0);
    const redrawn = new Promise((resolve) => tree.onDidChangeTreeData(resolve));
    const [row, ...others] = await tree.getChildren();
    expect(others).toEqual([]);
    expect((await tree.getTreeItem(row!)).label).toBe('Reading the history…');
    reading.resolve(entries);
    await redrawn;
    expect((await tree.getChildren()).map(({ kind }) => kind)).toEqual(['day', 'day']);
  });

  it('gives every node an id of its own and words for a screen reader', async () => {
    const { tree } = open(entries);
    const days = await tree.getChildren();
    const changes = (await Promise.all(days.map((day) => tree.getChildren(day)))).flat();
    const items = await Promise.all([...days, ...changes].map((node) => tree.getTreeItem(node)));
    expect(new Set(items.map(({ id }) => id)).size).toBe(days.length + entries.length);
    for (const { accessibilityInformation } of items) expect(accessibilityInformation?.label).toMatch(/\S/);
    expect(await Promise.all(changes.map((node) => tree.getChildren(node)))).toEqual(entries.map(() => []));
  });

  it('opens a change on Enter', async () => {
    const { tree } = open(entries);
    const [day] = await tree.getChildren();
    const [newest] = await tree.getChildren(day);
    expect((await tree.getTreeItem(newest!)).command).toMatchObject({
      command: 'ncloudIp.openHistoryEntry',
      arguments: [{ entry: 'e8' }],
    });
  });

  it('follows the journal, until it is disposed of', async () => {
    const { tree, fire, write } = open([]);
    const redrawn = vi.fn();
    tree.onDidChangeTreeData(redrawn);
    write(entries);
    fire();
    await vi.waitFor(() => expect(redrawn).toHaveBeenCalledTimes(1));
    expect(await tree.getChildren()).toHaveLength(2);
    tree.dispose();
    fire();
    await Promise.resolve();
    expect(redrawn).toHaveBeenCalledTimes(1);
  });

  it('shows a folder that cannot be read as an error with Retry, not as an empty history', async () => {
    const { tree, fire, fail, log } = open(entries);
    fail(new Error('EIO: i/o error, scandir'));
    const [row, ...others] = await tree.getChildren();
    expect(others).toEqual([]);
    const { label, contextValue, command, accessibilityInformation } = await tree.getTreeItem(row!);
    expect([label, contextValue, command?.command]).toEqual([
      'Could not read the history.',
      'problem',
      'ncloudIp.refreshHistory',
    ]);
    expect(accessibilityInformation?.label).toContain('EIO');
    expect(log.lines.join()).toContain('EIO');
    const redrawn = vi.fn();
    tree.onDidChangeTreeData(redrawn);
    fail(undefined);
    fire();
    await vi.waitFor(() => expect(redrawn).toHaveBeenCalledTimes(1));
    expect(await tree.getChildren()).toHaveLength(2);
  });

  it('keeps what was read before below the error when the folder fails later, until it is read again', async () => {
    const { context } = await openCommandBench();
    const { history, journalFolder } = context;
    await history.open(buildEntry({ state: 'open' }));
    await history.update(buildEntry());
    const tree = new HistoryTree(history, createHistoryFilters(), recordLog());
    const shown = async (): Promise<string[]> => (await tree.getChildren()).map(({ kind }) => kind);
    expect(await shown()).toEqual(['day']);
    const redrawn = vi.fn();
    tree.onDidChangeTreeData(redrawn);
    await rename(journalFolder, `${journalFolder}-away`);
    await writeFile(journalFolder, 'a file where the folder should be');
    await refreshHistory(context);
    await vi.waitFor(() => expect(redrawn).toHaveBeenCalled());
    expect(await shown()).toEqual(['problem', 'day']);
    await rm(journalFolder);
    await rename(`${journalFolder}-away`, journalFolder);
    await refreshHistory(context);
    await vi.waitFor(async () => expect(await shown()).toEqual(['day']));
    tree.dispose();
  });

  it('names each file that cannot be read above the days, with what is wrong', async () => {
    const { tree } = open(entries, [
      { name: 'half.json', flaw: 'damaged' },
      { name: 'folder.json', flaw: 'notAFile' },
    ]);
    const [row, ...days] = await tree.getChildren();
    expect(days).toHaveLength(2);
    expect(await tree.getTreeItem(row!)).toMatchObject({
      label: '2 entries cannot be read',
      contextValue: 'unreadable',
    });
    const rows = await Promise.all((await tree.getChildren(row)).map((node) => tree.getTreeItem(node)));
    expect(rows.map(({ label, description }) => [label, description])).toEqual([
      ['half.json', 'damaged'],
      ['folder.json', 'not a file'],
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  it('has read what it draws before it asks to be drawn, and reads once for what was written while it read', async () => {
    const { tree, fire, write, reads } = open([]);
    const redrawn = vi.fn();
    tree.onDidChangeTreeData(redrawn);
    fire();
    for (const count of [1, 2, 3]) {
      write(entries.slice(0, count));
      fire();
    }
    await vi.waitFor(() => expect(redrawn).toHaveBeenCalledTimes(1));
    expect(reads()).toBe(2);
    expect(await tree.getChildren()).toMatchObject([{ entries: entries.slice(0, 3) }]);
    expect(reads()).toBe(2);
  });

  describe('under a filter', () => {
    const only = (...ids: readonly string[]): ActiveFilter => ({
      filter: { profiles: [], outcomes: [] },
      words: 'web-01/eth0',
      matches: ({ id }) => ids.includes(id),
    });
    const idsOf = async (tree: HistoryTree): Promise<string[]> => {
      const nodes = await tree.getChildren();
      return nodes.flatMap((node) => (node.kind === 'day' ? node.entries.map(({ id }) => id) : []));
    };
    async function filtered(...ids: readonly string[]) {
      const bench = open(entries);
      const redrawn = new Promise((resolve) => bench.tree.onDidChangeTreeData(resolve));
      bench.filters.set(only(...ids));
      await redrawn;
      return bench;
    }

    it('shows what matches, by day as before, below a row that says what and how many', async () => {
      const { tree } = await filtered('e6', 'e2', 'e1');
      const [row, ...days] = await tree.getChildren();
      expect(await tree.getTreeItem(row!)).toMatchObject({
        label: 'Filter: web-01/eth0',
        description: '3 of 11 changes · Filter History · press Enter',
        contextValue: 'historyFilter',
        command: { command: 'ncloudIp.filterHistory' },
      });
      const items = await Promise.all(days.map((day) => tree.getTreeItem(day)));
      expect(items.map(({ description }) => description)).toEqual(['1 change', '2 changes']);
      expect(await idsOf(tree)).toEqual(['e6', 'e2', 'e1']);
    });

    it('lets through of later changes what matches only', async () => {
      const { tree, write, fire } = await filtered('e8', 'new');
      write([buildEntry({ id: 'new' }), buildEntry({ id: 'other' }), ...entries]);
      const redrawn = new Promise((resolve) => tree.onDidChangeTreeData(resolve));
      fire();
      await redrawn;
      expect(await idsOf(tree)).toEqual(['new', 'e8']);
    });

    it('says that nothing matches, with the way out, and shows everything again', async () => {
      const { tree, filters } = await filtered();
      const rows = await Promise.all((await tree.getChildren()).map((node) => tree.getTreeItem(node)));
      expect(rows.map(({ label, command }) => [label, command?.command])).toEqual([
        ['Filter: web-01/eth0', 'ncloudIp.filterHistory'],
        ['No matching changes.', 'ncloudIp.clearHistoryFilter'],
      ]);
      const redrawn = new Promise((resolve) => tree.onDidChangeTreeData(resolve));
      filters.set(undefined);
      await redrawn;
      expect(await idsOf(tree)).toHaveLength(entries.length);
    });

    it('keeps what cannot be read in sight: nobody knows what it is of', async () => {
      const { tree, filters } = open(entries, [{ name: 'half.json', flaw: 'damaged' }]);
      filters.set(only());
      await new Promise((resolve) => tree.onDidChangeTreeData(resolve));
      expect((await tree.getChildren()).map(({ kind }) => kind)).toEqual(['unreadable', 'filter', 'noMatch']);
    });
  });
});
