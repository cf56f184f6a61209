import { EventEmitter, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import type { LookStore } from '../session/lookStore';
import type { NetworkStore, Scope } from '../session/networkStore';
import type { ScopeStore } from '../session/scopeStore';
import type { Subject, TreeNode } from './node';
import { profileNode } from './profileNode';
import { regionContent } from './regionContent';
import { regionNode } from './regionNode';

export interface NetworkTreeDeps {
  readonly networks: Pick<NetworkStore, 'state' | 'load' | 'isBusy' | 'onDidChange'>;
  readonly scopes: Pick<ScopeStore, 'shown' | 'onDidChange'>;
  readonly looks: Pick<LookStore, 'get' | 'onDidChange'>;
}

/**
 * The Network view: what was last read of every region shown. Levels with a single entry collapse away. A failed read is
 * a node; the last good network stays.
 */
export class NetworkTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  private readonly subscriptions: readonly Disposable[];
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly deps: NetworkTreeDeps) {
    const redraw = (): void => this.redraw();
    const { networks, scopes, looks } = deps;
    this.subscriptions = [networks.onDidChange(redraw), scopes.onDidChange(redraw), looks.onDidChange(redraw)];
  }

  redraw(): void {
    this.changed.fire(undefined);
  }

  getTreeItem(node: TreeNode): TreeItem {
    return node.item();
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    return [...(await (node ? node.children() : this.roots()))];
  }

  /** The node of a subject, for reveal; undefined when it is not in the last reading or filtered away. */
  async find(scope: Scope, isIt: (subject: Subject) => boolean): Promise<TreeNode | undefined> {
    const isHere = ({ subject }: TreeNode): boolean =>
      subject.scope.profile.id === scope.profile.id &&
      (subject.kind === 'profile' || subject.scope.regionCode === scope.regionCode);
    const search = async (nodes: readonly TreeNode[]): Promise<TreeNode | undefined> => {
      for (const node of nodes.filter(isHere)) {
        const found = isIt(node.subject) ? node : await search(await node.children());
        if (found) return found;
      }
      return undefined;
    };
    return search(await this.roots());
  }

  private async roots(): Promise<readonly TreeNode[]> {
    const scopes = this.deps.scopes.shown();
    const [only] = scopes;
    if (!only) return [];
    if (scopes.length === 1) return this.content(only, undefined);
    const byProfile = Map.groupBy(scopes, ({ profile }) => profile.id);
    return [...byProfile.values()].flatMap((group) => {
      const [first] = group;
      if (!first || group.length === 1) return group.map((scope) => this.region(scope, undefined));
      return profileNode(first, group.length, (node) => group.map((scope) => this.region(scope, node)));
    });
  }

  private region(scope: Scope, parent: TreeNode | undefined): TreeNode {
    return regionNode(
      scope,
      parent,
      () => this.deps.networks.state(scope),
      (node) => this.content(scope, node),
    );
  }

  private async content(scope: Scope, parent: TreeNode | undefined): Promise<readonly TreeNode[]> {
    const { networks, looks } = this.deps;
    const { kind } = networks.state(scope);
    // Waiting here makes the view show its own progress; a failure is drawn from the state below.
    if (kind === 'unread' || kind === 'loading') await networks.load(scope).catch(() => undefined);
    const look = looks.get(scope.profile.id);
    return regionContent(scope, parent, networks.state(scope), look, (no) => networks.isBusy(scope, no));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }
}
