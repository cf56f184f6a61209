import { describe, expect, it } from 'vitest';
import { EventEmitter, TreeItemCollapsibleState } from 'vscode';
import { OpenRows } from '../../../src/tree/openRows';
import type { TreeNode } from '../../../src/tree/node';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

function row(id: string, collapsibleState: TreeItemCollapsibleState, parent?: TreeNode): TreeNode {
  return { id, parent, item: () => ({ collapsibleState }) } as TreeNode;
}

function bench() {
  const opened = new EventEmitter<{ readonly element: TreeNode }>();
  const closed = new EventEmitter<{ readonly element: TreeNode }>();
  const view = { onDidExpandElement: opened.event, onDidCollapseElement: closed.event };
  const rows = new OpenRows(view);
  return { rows, opened, closed };
}

describe('openRows', () => {
  const vpc = row('vpc', Expanded);
  const subnet = row('vpc/subnet', Collapsed, vpc);
  const nic = row('vpc/subnet/nic', None, subnet);

  it('shows a row when all above it are open, as they were drawn or as somebody opened them since', () => {
    const { rows, opened, closed } = bench();
    expect(rows.shows(vpc)).toBe(true);
    expect(rows.shows(subnet)).toBe(true);
    expect(rows.shows(nic)).toBe(false);
    opened.fire({ element: subnet });
    expect(rows.shows(nic)).toBe(true);
    closed.fire({ element: vpc });
    expect(rows.shows(nic)).toBe(false);
  });

  it('knows a row by its id: a refresh makes new objects', () => {
    const { rows, opened } = bench();
    opened.fire({ element: row('vpc/subnet', Collapsed) });
    expect(rows.shows(nic)).toBe(true);
  });

  it('hears nothing more once it is disposed of', () => {
    const { rows, opened } = bench();
    rows.dispose();
    opened.fire({ element: subnet });
    expect(rows.shows(nic)).toBe(false);
  });
});
