import { describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { HistoryTree } from '../../../src/tree/historyTree';
import { createEmitter, type Emitter } from '../../../src/session/emitter';
import { buildEntry, buildPlan, buildRecord } from '../../support/buildEntry';
import { expectGolden } from '../../support/goldenText';

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

function open(listed: readonly JournalEntry[]) {
  const changed: Emitter<void> = createEmitter();
  let written = listed;
  const list = vi.fn(() => Promise.resolve(written));
  return {
    tree: new HistoryTree({ list, onDidChange: changed.event }),
    fire: () => changed.fire(),
    write: (next: readonly JournalEntry[]) => (written = next),
    reads: () => list.mock.calls.length,
  };
}

describe('historyTree', () => {
  it('groups by day, newest first, and says how each change ended', async () => {
    const { tree } = open(entries);
    const lines: string[] = [];
    for (const day of await tree.getChildren()) {
      const drawn = tree.getTreeItem(day);
      lines.push(`${drawn.label as string}  ${drawn.description as string}`);
      for (const node of await tree.getChildren(day)) {
        const { label, description, iconPath, contextValue } = tree.getTreeItem(node);
        const { id } = iconPath as { id: string };
        lines.push(`  (${id}) ${label as string}  ${description as string}  [${contextValue}]`);
      }
    }
    await expectGolden(import.meta.filename, 'history.txt', lines);
  });

  it('gives every node an id of its own and words for a screen reader', async () => {
    const { tree } = open(entries);
    const days = await tree.getChildren();
    const changes = (await Promise.all(days.map((day) => tree.getChildren(day)))).flat();
    const items = [...days, ...changes].map((node) => tree.getTreeItem(node));
    expect(new Set(items.map(({ id }) => id)).size).toBe(days.length + entries.length);
    for (const { accessibilityInformation } of items) expect(accessibilityInformation?.label).toMatch(/\S/);
    expect(await Promise.all(changes.map((node) => tree.getChildren(node)))).toEqual(entries.map(() => []));
  });

  it('opens a change on Enter', async () => {
    const { tree } = open(entries);
    const [day] = await tree.getChildren();
    const [newest] = await tree.getChildren(day);
    expect(tree.getTreeItem(newest!).command).toMatchObject({
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
});
