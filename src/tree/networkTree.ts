import { EventEmitter, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import type { FreshAddresses } from '../session/freshAddresses';
import type { KeyEnds } from '../session/keys/keyEnds';
import { isFiltered, type DisplayStore } from '../session/displayStore';
import type { NetworkStore } from '../session/networkStore';
import { isSameScope, scopesKey, type Scope } from '../session/scope';
import type { ScopeStore } from '../session/scopeStore';
import type { Subject, TreeNode } from './node';
import type { RowSources, ShownRegions } from './shownRegions';

/** What the tree is drawn from, and what tells it of changes. */
export interface NetworkTreeDeps extends RowSources {
  readonly networks: RowSources['networks'] & Pick<NetworkStore, 'load' | 'onDidChange'>;
  readonly scopes: Pick<ScopeStore, 'shown' | 'onDidChange'>;
  readonly displays: Pick<DisplayStore, 'get' | 'onDidChange'>;
  readonly keyEnds: Pick<KeyEnds, 'get' | 'onDidChange'>;
  readonly fresh: Pick<FreshAddresses, 'of' | 'onDidChange'>;
}

/**
 * The Network view: what was last read of every region shown. A failed read is a node; the last good network stays. VS Code
 * loses the menu, the reveal and the opening that are under way on a row which is drawn anew, so only rows that changed are.
 */
export class NetworkTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly changed = new EventEmitter<TreeNode[] | undefined>();
  private readonly drew = new EventEmitter<void>();
  private readonly subscriptions: readonly Disposable[];
  /** The regions handed out last, and whether anything was among them that had been read. */
  private handedOut = { key: '', hasReading: false };
  /** The regions whose rows are surely on the screen. */
  private onScreen = '';
  private opening: Promise<ShownRegions> | undefined;
  private regions: ShownRegions | undefined;
  private comparison: NodeJS.Immediate | undefined;
  readonly onDidChangeTreeData = this.changed.event;
  /** The rows of other regions are on the screen. */
  readonly onDidDraw = this.drew.event;

  constructor(private readonly deps: NetworkTreeDeps) {
    const { networks, scopes, displays, keyEnds, fresh } = deps;
    const compareSoon = (): void => this.compareSoon();
    this.subscriptions = [
      networks.onDidChange(compareSoon),
      keyEnds.onDidChange(compareSoon),
      fresh.onDidChange(compareSoon),
      scopes.onDidChange(() => this.redraw()),
      displays.onDidChange(() => {
        // What was asked for in spite of the filter stays until the filter changes.
        this.regions?.showAnyway(undefined);
        this.redraw();
      }),
    ];
  }

  /** Everything anew: where other regions are shown, or others of their rows. */
  redraw(): void {
    this.regions?.clear();
    this.changed.fire(undefined);
  }

  /**
   * Not at once: VS Code passes over a row that it was handed a moment ago and has not taken in, which it does before anything
   * else gets its turn. And many changes at a time are compared once.
   */
  private compareSoon(): void {
    this.comparison ??= setImmediate(() => this.compare());
  }

  private compare(): void {
    clearImmediate(this.comparison);
    this.comparison = undefined;
    if (!this.regions) return;
    const changed = this.regions.changed();
    if (!changed) this.redraw();
    else if (changed.length > 0) this.changed.fire(changed);
  }

  /** Once VS Code was told of the rows that changed: a reveal waits for those to be drawn, and is lost when they come after it. */
  private async compared(): Promise<void> {
    if (this.comparison) await new Promise(setImmediate);
  }

  getTreeItem(node: TreeNode): TreeItem {
    return this.regions?.item(node) ?? node.item();
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    return this.regions?.hovered(item, node) ?? item;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!node) return this.draw();
    if (node.subject.kind === 'region') await this.read(node.subject.scope);
    return (await this.open()).children(node);
  }

  /** False between a switch and its rows: what is on the screen then may belong to another account or region. */
  isDrawn(): boolean {
    return this.onScreen === scopesKey(this.deps.scopes.shown());
  }

  /**
   * The roots for the screen. What stands there of another account goes before the wait for this one begins, not after it.
   * VS Code drops the answer under way when it is told to redraw, and asks anew when one is drawn: so other regions are asked for
   * twice, and the second time tells. Before the first rows nothing stood there: once is enough.
   */
  private async draw(): Promise<TreeNode[]> {
    const scopes = this.deps.scopes.shown();
    const key = scopesKey(scopes);
    const isOther = this.handedOut.key !== key;
    if (!isOther) this.showsNow(key);
    const only = scopes.length === 1 ? scopes[0] : undefined;
    const hasReading = (): boolean => only !== undefined && this.isKnown(only);
    const isFirst = this.handedOut.key === '';
    const isCleared = only !== undefined && !hasReading() && !isFirst && (isOther || this.handedOut.hasReading);
    const opening = this.open();
    if (only && !isCleared) await this.read(only);
    const regions = await opening;
    // Switched while it was read: the redraw that follows draws the other one.
    if (key !== scopesKey(this.deps.scopes.shown())) return [];
    this.handedOut = { key, hasReading: hasReading() };
    if (isFirst) this.showsNow(key);
    else if (isOther) this.onScreen = '';
    if (isCleared || (isOther && !isFirst)) this.redraw();
    return isCleared ? [] : regions.roots(scopes);
  }

  private showsNow(key: string): void {
    if (this.onScreen === key) return;
    this.onScreen = key;
    this.drew.fire();
  }

  /** Waiting here makes the view show its own progress until there is anything to draw; a failure is drawn as a row. */
  private async read(scope: Scope): Promise<void> {
    const { networks } = this.deps;
    if (this.isKnown(scope)) return;
    const { promise: seen, resolve: see } = Promise.withResolvers<undefined>();
    const subscription = networks.onDidChange(() => this.isKnown(scope) && see(undefined));
    await Promise.race([this.load(scope), seen]);
    subscription.dispose();
  }

  /** A region that failed is not tried again by looking at it. */
  private async load(scope: Scope): Promise<void> {
    const { networks } = this.deps;
    const { kind, last } = networks.state(scope);
    if (kind !== 'failed' && !last) await networks.load(scope).catch(() => undefined);
  }

  /** Whether there is anything to draw of a region. */
  private isKnown(scope: Scope): boolean {
    const { networks } = this.deps;
    return networks.state(scope).last !== undefined || networks.preview(scope) !== undefined;
  }

  private open(): Promise<ShownRegions> {
    this.opening ??= import('./rows').then((door) => (this.regions = new door.ShownRegions(this.deps)));
    return this.opening;
  }

  /** The node of a subject, for reveal, shown in spite of the filter; undefined when it is not in the last reading. */
  async find(scope: Scope, isIt: (subject: Subject) => boolean): Promise<TreeNode | undefined> {
    const regions = await this.open();
    await this.compared();
    const scopes = this.deps.scopes.shown();
    const row = (isNarrowed = true): TreeNode | undefined => regions.find(scopes, scope, isIt, isNarrowed);
    const known = row();
    if (known) return known;
    if (scopes.some((one) => isSameScope(one, scope))) await this.load(scope);
    const shown = row();
    if (shown || !isFiltered(this.deps.displays.get(scope.profile.id))) return shown;
    const hidden = row(false);
    if (!hidden) return undefined;
    regions.showAnyway(hidden.subject);
    // Before it is revealed: VS Code does that once it has drawn the rows it was told of.
    this.compare();
    return row();
  }

  /** The first subnets or servers that hold what is shown, top to bottom: closed, they hide it. */
  async holders(most: number): Promise<readonly TreeNode[]> {
    const scopes = this.deps.scopes.shown();
    await Promise.all(scopes.map((scope) => this.load(scope)));
    return (await this.open()).holders(scopes, most);
  }

  dispose(): void {
    clearImmediate(this.comparison);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
    this.drew.dispose();
  }
}
