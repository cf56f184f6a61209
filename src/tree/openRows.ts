import type { Disposable, TreeView } from 'vscode';
import type { TreeNode } from './node';
import { isDrawnOpen } from './nodeItem';

/** Which rows of a tree view stand open. VS Code tells of every one that is opened or closed, by a hand or by a reveal. */
export class OpenRows implements Disposable {
  private readonly told = new Map<string, boolean>();
  private readonly subscriptions: readonly Disposable[];

  constructor(view: Pick<TreeView<TreeNode>, 'onDidExpandElement' | 'onDidCollapseElement'>) {
    this.subscriptions = [
      view.onDidExpandElement(({ element }) => this.told.set(element.id, true)),
      view.onDidCollapseElement(({ element }) => this.told.set(element.id, false)),
    ];
  }

  /** True when no row above this one hides it. */
  shows({ parent }: TreeNode): boolean {
    return !parent || ((this.told.get(parent.id) ?? isDrawnOpen(parent.item())) && this.shows(parent));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
