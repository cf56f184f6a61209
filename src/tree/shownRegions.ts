import type { TreeItem } from 'vscode';
import { createTextFilter } from '../model/textFilter';
import type { FreshAddresses } from '../session/freshAddresses';
import type { KeyEnds } from '../session/keys/keyEnds';
import type { DisplayOptions, DisplayStore } from '../session/displayStore';
import type { NetworkStore } from '../session/networkStore';
import { isSameScope, scopeKey, type Scope } from '../session/scope';
import { keysEndText } from '../words/keysEndText';
import { drawRegion } from './drawRegion';
import type { Region } from './drawing';
import { findNode, holdersIn } from './findNode';
import type { Subject, TreeNode } from './node';
import { withHover } from './nodeItem';
import { profileNode } from './profileNode';
import { regionContent } from './regionContent';
import { regionNode } from './regionNode';
import { ShownRows } from './shownRows';
import { touchesBetween, type Touches } from './touched';

/** What rows are drawn from. */
export interface RowSources {
  readonly networks: Pick<NetworkStore, 'state' | 'preview' | 'busy'>;
  readonly displays: Pick<DisplayStore, 'get'>;
  readonly keyEnds: Pick<KeyEnds, 'get'>;
  readonly fresh: Pick<FreshAddresses, 'of'>;
}

/**
 * The rows of the Network view: which there are, and which of them a change makes other. Levels with a single
 * entry collapse away. Loaded when the view is drawn first.
 */
export class ShownRegions {
  private readonly rows = new ShownRows();
  /** Those with rows on the screen, as they were compared or drawn last. */
  private readonly regions = new Map<string, Region>();
  private scopes: readonly Scope[] = [];
  /** What is shown in spite of the filter. */
  private exempt: Subject | undefined;
  private readonly textFilter = createTextFilter();

  constructor(private readonly sources: RowSources) {}

  /** The roots, for the screen. */
  roots(scopes: readonly Scope[]): TreeNode[] {
    this.scopes = scopes;
    return this.rows.handOut(
      undefined,
      this.rootsOf(scopes, (scope) => this.regionOf(scope)),
    );
  }

  /** What stands under a row, for the screen. */
  children(node: TreeNode): TreeNode[] {
    const { kind, scope } = node.subject;
    // It may have been read for this very question.
    if (kind === 'region') this.regionOf(scope);
    return this.rows.handOut(node, node.children());
  }

  item(node: TreeNode): TreeItem {
    return this.rows.item(node);
  }

  /** The item of a row that the mouse rests on, with its hover. */
  hovered(item: TreeItem, node: TreeNode): TreeItem {
    return withHover(item, this.rows.hover(node));
  }

  /** Other rows are shown from now on. */
  clear(): void {
    this.rows.clear();
    this.regions.clear();
  }

  /** Shows it in spite of the filter, in place of what was asked for before. */
  showAnyway(subject: Subject | undefined): void {
    this.exempt = subject;
  }

  /** The rows on the screen that are to be drawn anew; undefined: all of them. */
  changed(): TreeNode[] | undefined {
    const touches = new Map<Scope, Touches>();
    for (const region of this.regions.values()) {
      const next = this.draw(region.scope);
      touches.set(region.scope, touchesBetween(region, next));
      Object.assign(region, next);
    }
    const touchOf: Touches = (subject) =>
      subject.kind === 'profile' ? 'appearance' : (touches.get(subject.scope)?.(subject) ?? 'nothing');
    // The only region has no row: its content is the roots.
    const only = this.scopes.length === 1 ? [...this.regions.values()] : [];
    const hasOtherRoots = only.some(
      (region) =>
        touchOf({ kind: 'region', scope: region.scope }) === 'content' &&
        this.rows.hasOtherRoots(regionContent(region, undefined)),
    );
    return hasOtherRoots ? undefined : this.rows.changed(touchOf);
  }

  /** The node of a subject in the last reading, whether it is on the screen or not; `isNarrowed`: as the filter leaves it. */
  find(
    scopes: readonly Scope[],
    scope: Scope,
    isIt: (subject: Subject) => boolean,
    isNarrowed = true,
  ): TreeNode | undefined {
    return findNode(
      this.rootsOf(scopes, (one) => this.draw(one, isNarrowed)),
      scope,
      isIt,
    );
  }

  /** The first subnets or servers that hold what is shown, top to bottom: closed, they hide it. */
  holders(scopes: readonly Scope[], most: number): readonly TreeNode[] {
    return holdersIn(
      this.rootsOf(scopes, (scope) => this.draw(scope)),
      most,
    );
  }

  private rootsOf(scopes: readonly Scope[], open: (scope: Scope) => Region): readonly TreeNode[] {
    const [only] = scopes;
    if (!only) return [];
    if (scopes.length === 1) return regionContent(open(only), undefined);
    const byProfile = Map.groupBy(scopes, ({ profile }) => profile.id);
    return [...byProfile.values()].flatMap((group) => {
      const [first] = group;
      const keysEnd = (): readonly string[] => keysEndText(first && this.sources.keyEnds.get(first.profile.id));
      if (!first || group.length === 1) return group.map((scope) => regionNode(open(scope), undefined, keysEnd));
      return profileNode(first, group.length, keysEnd, (node) =>
        group.map((scope) => regionNode(open(scope), node, () => [])),
      );
    });
  }

  /** The region that its rows on the screen look at, brought up to date. */
  private regionOf(scope: Scope): Region {
    const key = scopeKey(scope);
    const known = this.regions.get(key);
    // The same object for a scope as long as its rows are shown: they are told by it.
    const next = this.draw(known?.scope ?? scope);
    const region = known ? Object.assign(known, next) : next;
    this.regions.set(key, region);
    return region;
  }

  private draw(scope: Scope, isNarrowed = true): Region {
    const { networks, displays, fresh } = this.sources;
    const state = networks.state(scope);
    const wanted = displays.get(scope.profile.id);
    const display: DisplayOptions = isNarrowed ? wanted : { groupBy: wanted.groupBy, filters: [] };
    const preview = networks.preview(scope);
    const { network } = state.last ?? preview ?? {};
    const found =
      network && display.text !== undefined ? this.textFilter(network, display.text, scope.profile.name) : undefined;
    const { exempt } = this;
    const isHere = exempt && isSameScope(exempt.scope, scope);
    const marks = { busy: networks.busy(scope), fresh: fresh.of(scope) };
    return drawRegion(scope, state, { display, found, exempt: isHere ? exempt : undefined }, marks, preview);
  }
}
