import type { TreeItem } from 'vscode';
import type { NetworkTree } from '../../src/tree/networkTree';
import type { Subject, TreeNode } from '../../src/tree/node';

interface Row {
  readonly node: TreeNode;
  item: TreeItem;
  children: readonly Row[];
}

/**
 * The tree as VS Code keeps it (ExtHostTreeView of 1.139), every row open unless told otherwise: a row is known by the object that was handed
 * out for it, an event about another object is passed over, and the rows under one that is refreshed are asked for anew.
 */
export class TreeScreen {
  private roots: readonly Row[] = [];
  private readonly known = new Map<TreeNode, Row>();
  private events: (readonly (TreeNode | undefined)[])[] = [];
  /** The rows that were told to be other since it was last asked, by id; undefined: everything. */
  told: (string | undefined)[] = [];
  /** How many items were asked for. */
  drawn = 0;

  constructor(
    private readonly tree: NetworkTree,
    private readonly isOpen: (subject: Subject) => boolean = () => true,
  ) {
    tree.onDidChangeTreeData((nodes) => {
      this.events.push(nodes ?? [undefined]);
      this.told.push(...(nodes ?? [undefined]).map((node) => node?.id));
    });
  }

  /** Draws everything, as when the view is opened. */
  async open(): Promise<void> {
    this.known.clear();
    this.roots = await this.ask(undefined);
  }

  /** What is on the screen once everything that was told is drawn, top to bottom. */
  async items(): Promise<readonly TreeItem[]> {
    await new Promise(setImmediate);
    while (this.events.length > 0) {
      const nodes = this.events.flat();
      this.events = [];
      if (nodes.includes(undefined)) await this.open();
      else for (const node of nodes) await this.refresh(node);
      await new Promise(setImmediate);
    }
    const itemsOf = (rows: readonly Row[]): TreeItem[] =>
      rows.flatMap(({ item, children }) => [item, ...itemsOf(children)]);
    return itemsOf(this.roots);
  }

  private async refresh(node: TreeNode | undefined): Promise<void> {
    const row = node && this.known.get(node);
    if (!row) return;
    row.item = this.draw(row.node);
    this.forget(row.children);
    row.children = this.isOpen(row.node.subject) ? await this.ask(row.node) : [];
  }

  private async ask(parent: TreeNode | undefined): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (const node of await this.tree.getChildren(parent)) {
      const row: Row = { node, item: this.draw(node), children: [] };
      this.known.set(node, row);
      rows.push(row);
    }
    for (const row of rows) if (this.isOpen(row.node.subject)) row.children = await this.ask(row.node);
    return rows;
  }

  private draw(node: TreeNode): TreeItem {
    this.drawn += 1;
    // As if the mouse rested on every row. The hover is text now; what writes it is no part of the look.
    return Object.assign({}, this.tree.resolveTreeItem(this.tree.getTreeItem(node), node), { hover: undefined });
  }

  private forget(rows: readonly Row[]): void {
    for (const { node, children } of rows) {
      this.known.delete(node);
      this.forget(children);
    }
  }
}
