import { EventEmitter, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import { createTextFilter } from '../model/textFilter';
import type { FreshAddresses } from '../session/freshAddresses';
import type { KeyEnds } from '../session/keyEnds';
import { isFiltered, type Look, type LookStore } from '../session/lookStore';
import type { NetworkState, NetworkStore, Scope } from '../session/networkStore';
import type { ScopeStore } from '../session/scopeStore';
import { keysEndText } from '../words/keysEndText';
import { findNode, holdersIn } from './findNode';
import type { Subject, TreeNode } from './node';
import { profileNode } from './profileNode';
import { regionContent } from './regionContent';
import { regionNode } from './regionNode';

/** What the tree is drawn from. */
export interface NetworkTreeDeps {
  readonly networks: Pick<NetworkStore, 'state' | 'load' | 'isBusy' | 'onDidChange'>;
  readonly scopes: Pick<ScopeStore, 'shown' | 'onDidChange'>;
  readonly looks: Pick<LookStore, 'get' | 'onDidChange'>;
  readonly keyEnds: Pick<KeyEnds, 'get' | 'onDidChange'>;
  readonly fresh: Pick<FreshAddresses, 'has' | 'onDidChange'>;
}

/**
 * The Network view: what was last read of every region shown. Levels with a single entry collapse away. A failed read is
 * a node; the last good network stays.
 */
export class NetworkTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  private readonly drew = new EventEmitter<void>();
  private readonly subscriptions: readonly Disposable[];
  /** The regions handed out last, and whether anything was among them that had been read. */
  private handedOut = { key: '', hasReading: false };
  /** What was known of each region when it was drawn last. */
  private readonly states = new Map<string, NetworkState>();
  /** The regions whose rows are surely on the screen. */
  private onScreen = '';
  /** What was asked for in spite of the filter; it stays until the filter changes or something else is asked for. */
  private exempt: Subject | undefined;
  private readonly textFilter = createTextFilter();
  readonly onDidChangeTreeData = this.changed.event;
  /** The rows of other regions are on the screen. */
  readonly onDidDraw = this.drew.event;

  constructor(private readonly deps: NetworkTreeDeps) {
    const redraw = (): void => this.redraw();
    const { networks, scopes, looks, keyEnds, fresh } = deps;
    const forgetExempt = (): void => {
      this.exempt = undefined;
      redraw();
    };
    this.subscriptions = [
      networks.onDidChange((scope) => {
        if (this.looksOther(scope)) redraw();
      }),
      scopes.onDidChange(redraw),
      looks.onDidChange(forgetExempt),
      keyEnds.onDidChange(redraw),
      fresh.onDidChange(redraw),
    ];
  }

  /** That a region is read again changes no row before the answer is there; rows drawn anew lose the menu that is open on them. */
  private looksOther(scope: Scope): boolean {
    const key = keyOf([scope]);
    const before = this.states.get(key);
    const now = this.deps.networks.state(scope);
    this.states.set(key, now);
    const isOnlyAsked = now.kind === 'loading' && 'last' in now && before !== now;
    return !(isOnlyAsked && before !== undefined && 'last' in before && before.last === now.last);
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
    return [...(await (node ? node.children() : this.draw()))];
  }

  /** False between a switch and its rows: what is on the screen then may belong to another account or region. */
  isDrawn(): boolean {
    return this.onScreen === keyOf(this.deps.scopes.shown());
  }

  /**
   * The roots for the screen. What stands there of another account goes before the wait for this one begins, not after it.
   * VS Code asks anew only when the answer before is drawn: so other regions are asked for twice, and the second time tells.
   */
  private async draw(): Promise<readonly TreeNode[]> {
    const scopes = this.deps.scopes.shown();
    const key = keyOf(scopes);
    const isOther = this.handedOut.key !== key;
    if (!isOther && this.onScreen !== key) {
      this.onScreen = key;
      this.drew.fire();
    }
    const [only] = scopes.length === 1 ? scopes : [];
    const hasReading = (): boolean => only !== undefined && 'last' in this.deps.networks.state(only);
    const isFirst = this.handedOut.key === '';
    const isCleared = only !== undefined && !hasReading() && !isFirst && (isOther || this.handedOut.hasReading);
    const roots = isCleared ? [] : await this.roots();
    // Switched while it was read: the redraw that follows draws the other one.
    if (key !== keyOf(this.deps.scopes.shown())) return [];
    this.handedOut = { key, hasReading: hasReading() };
    if (isOther) this.onScreen = '';
    if (isOther || isCleared) this.redraw();
    return roots;
  }

  /** The node of a subject, for reveal, shown in spite of the filter; undefined when it is not in the last reading. */
  async find(scope: Scope, isIt: (subject: Subject) => boolean): Promise<TreeNode | undefined> {
    const shown = await findNode(await this.roots(), scope, isIt);
    if (shown || !isFiltered(this.deps.looks.get(scope.profile.id))) return shown;
    const hidden = await findNode(await this.roots(false), scope, isIt);
    if (!hidden) return undefined;
    this.exempt = hidden.subject;
    this.redraw();
    return findNode(await this.roots(), scope, isIt);
  }

  /** The first subnets or servers that hold what is shown, top to bottom: closed, they hide it. */
  async holders(most: number): Promise<readonly TreeNode[]> {
    return holdersIn(await this.roots(), most);
  }

  private async roots(isNarrowed = true): Promise<readonly TreeNode[]> {
    const scopes = this.deps.scopes.shown();
    const [only] = scopes;
    if (!only) return [];
    if (scopes.length === 1) return this.content(only, undefined, isNarrowed);
    const byProfile = Map.groupBy(scopes, ({ profile }) => profile.id);
    return [...byProfile.values()].flatMap((group) => {
      const [first] = group;
      if (!first || group.length === 1) return group.map((scope) => this.region(scope, undefined, isNarrowed));
      return profileNode(first, group.length, this.keysEnd(first), (node) =>
        group.map((scope) => this.region(scope, node, isNarrowed)),
      );
    });
  }

  private region(scope: Scope, parent: TreeNode | undefined, isNarrowed: boolean): TreeNode {
    return regionNode(
      scope,
      parent,
      parent ? [] : this.keysEnd(scope),
      () => this.deps.networks.state(scope),
      (node) => this.content(scope, node, isNarrowed),
    );
  }

  private keysEnd({ profile }: Scope): readonly string[] {
    return keysEndText(this.deps.keyEnds.get(profile.id));
  }

  private async content(scope: Scope, parent: TreeNode | undefined, isNarrowed: boolean): Promise<readonly TreeNode[]> {
    const { networks, looks, fresh } = this.deps;
    const state = networks.state(scope);
    // Waiting here makes the view show its own progress; a failure is drawn from the state below. What is there waits for nothing.
    if ((state.kind === 'unread' || state.kind === 'loading') && !('last' in state)) {
      await networks.load(scope).catch(() => undefined);
    }
    const wanted = looks.get(scope.profile.id);
    const look: Look = isNarrowed ? wanted : { groupBy: wanted.groupBy, filters: [] };
    const exempt = this.exempt && keyOf([this.exempt.scope]) === keyOf([scope]) ? this.exempt : undefined;
    const now = networks.state(scope);
    const network = 'last' in now ? now.last.network : undefined;
    const found =
      network && look.text !== undefined ? this.textFilter(network, look.text, scope.profile.name) : undefined;
    const marks = {
      isBusy: (no: string) => networks.isBusy(scope, no),
      isFresh: (no: string, address: string) => fresh.has(scope, no, address),
    };
    return regionContent(scope, parent, now, { look, found, exempt }, marks);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
    this.drew.dispose();
  }
}

function keyOf(scopes: readonly Scope[]): string {
  return scopes.map(({ profile, regionCode }) => `${profile.id} ${regionCode}`).join('\n');
}
