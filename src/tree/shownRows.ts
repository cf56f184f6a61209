import type { TreeItem } from 'vscode';
import type { Subject, TreeNode } from './node';
import { hoverOf, isSameItem } from './nodeItem';
import type { Touch } from './touched';

/** What was handed out of one row. */
interface Row {
  readonly node: TreeNode;
  /** As it was drawn last; undefined until VS Code asks for it. */
  item?: TreeItem;
  /** What it said under the mouse, where it was hovered since: VS Code shows it again without asking. */
  hover?: string;
  /** Undefined until VS Code asks for them: what it never asked for need not be refreshed. */
  children?: readonly Row[];
}

/** So many rows are refreshed one by one. VS Code compares each of them with all others, and then draws each by itself. */
const mostRows = 100;

/**
 * The rows that VS Code has: it knows a row by the object it was given, and refreshes nothing for another one. Rows below one
 * that is refreshed are forgotten, as VS Code forgets them: it asks again for those that are open.
 */
export class ShownRows {
  private readonly rows = new Map<string, Row>();
  private roots: readonly Row[] | undefined;

  /** The same rows, as those objects that VS Code may have already. */
  handOut(parent: TreeNode | undefined, next: readonly TreeNode[]): TreeNode[] {
    const above = parent && this.rows.get(parent.id);
    // Asked of a row that went: the one in its place is asked as well.
    if (above?.node !== parent) return [...next];
    const known = next.map((node) => {
      const row = this.rows.get(node.id);
      return row?.node.parent === parent && row?.node.subject.scope === node.subject.scope ? row.node : node;
    });
    this.forget(above ? above.children : this.roots);
    const children = known.map((node): Row => ({ node }));
    for (const row of children) this.rows.set(row.node.id, row);
    if (above) above.children = children;
    else this.roots = children;
    return known;
  }

  item(node: TreeNode): TreeItem {
    const item = node.item();
    const row = this.rows.get(node.id);
    if (row?.node === node) {
      row.item = item;
      delete row.hover;
    }
    return item;
  }

  /** What a row says under the mouse, as things are now. */
  hover(node: TreeNode): string {
    const hover = hoverOf(node.item());
    const row = this.rows.get(node.id);
    if (row?.node === node) row.hover = hover;
    return hover;
  }

  clear(): void {
    this.rows.clear();
    this.roots = undefined;
  }

  /** Whether these are not the rows at the top; false as long as VS Code has none. */
  hasOtherRoots(next: readonly TreeNode[]): boolean {
    return this.roots !== undefined && !areSame(this.roots, next);
  }

  /** The rows that look other than they were drawn, or have other rows under them. With too many the one above them all; undefined: all there are. */
  changed(touchOf: (subject: Subject) => Touch): TreeNode[] | undefined {
    const found: TreeNode[] = [];
    const look = (rows: readonly Row[]): void => {
      for (const row of rows) {
        const touch = touchOf(row.node.subject);
        if (touch === 'nothing') continue;
        if (isOther(row, touch)) found.push(this.refreshed(row));
        else look(row.children ?? []);
      }
    };
    look(this.roots ?? []);
    if (found.length <= mostRows) return found;
    const above = this.rows.get(commonParent(found)?.id ?? '');
    return above && [this.refreshed(above)];
  }

  private refreshed(row: Row): TreeNode {
    this.forget(row.children);
    delete row.children;
    return row.node;
  }

  private forget(rows: readonly Row[] = []): void {
    for (const { node, children } of rows) {
      this.rows.delete(node.id);
      this.forget(children);
    }
  }
}

function isOther({ node, item, hover, children }: Row, touch: Touch): boolean {
  const next = item && node.item();
  if (next && !(isSameItem(item, next) && (hover === undefined || hover === hoverOf(next)))) return true;
  return touch === 'content' && children !== undefined && !areSame(children, node.children());
}

function areSame(rows: readonly Row[], next: readonly TreeNode[]): boolean {
  return rows.length === next.length && rows.every(({ node }, at) => node.id === next[at]?.id);
}

/** The nearest one. */
function commonParent(nodes: readonly TreeNode[]): TreeNode | undefined {
  const above = ({ parent }: TreeNode): TreeNode[] => (parent ? [parent, ...above(parent)] : []);
  return nodes.map(above).reduce((common, own) => common.filter((one) => own.includes(one)))[0];
}
