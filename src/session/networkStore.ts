import type { Event } from 'vscode';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import type { ApiPool } from './apiPool';
import { noReadings, type KeptReadings, type Preview } from './readings/keptReadings';
import { createEmitter } from './emitter';
import { followedRows } from './followedRows';
import { isKept, newCell, noneBusy, outdated, settlingSince, type RegionCell } from './regionCell';
import { loadNetwork } from './loadNetwork';
import type { NetworkState, Reading } from './networkState';
import { scopeKey, type Scope } from './scope';

/** Takes over freshly read interfaces without reading the region again. One that was asked for and not there is not gone: the region tells. */
export type Follow = (fresh: readonly NetworkInterface[]) => void;

/** Networks per profile and region: load, refresh, follow a change. */
export interface NetworkStore {
  readonly onDidChange: Event<Scope>;
  state(scope: Scope): NetworkState;
  /** What there is to look at as long as there is no reading; nothing is planned on it. Replaced whole. */
  preview(scope: Scope): Preview | undefined;
  /** How many changes are under way on an interface, by number, where any is; the tree shows a spinner. Replaced whole. */
  busy(scope: Scope): ReadonlyMap<string, number>;
  /** The last reading, or a first one; a read under way is shared. Throws what the load throws. */
  load(scope: Scope): Promise<Reading>;
  /** A reading that begins now, or when the one under way ends: all who ask until then share it. */
  refresh(scope: Scope): Promise<Reading>;
  /**
   * {@link Follow} for the account as it is now, asked for before it is read. Once the profile was forgotten it does nothing:
   * no row of one account may appear under another that came in its place.
   */
  following(scope: Scope): Follow;
  setBusy(scope: Scope, networkInterfaceNos: readonly string[], busy: boolean): void;
  /** Cancels the profile's loads and forgets what was read: nothing of it may appear any more. */
  forget(profileId: string): void;
  /** Cancels reads of regions nobody looks at any more; what was read before stays. */
  cancelHidden(shown: readonly Scope[]): void;
  dispose(): void;
}

/** So long (ms) an outline waits while lists may be at their only page: where the whole comes sooner, rows are drawn once. */
export const outlineAfterMs = 150;

/** Nothing is read before the first `load`; `now` is in epoch ms. What is read whole is kept in `kept` for the next start. */
export function createNetworkStore(
  apis: Pick<ApiPool, 'get'>,
  now: () => number,
  kept: KeptReadings = noReadings,
): NetworkStore {
  const cells = new Map<string, RegionCell>();
  /** How often a profile was forgotten, by id: rows that were asked for before belong to another account. */
  const forgotten = new Map<string, number>();
  const timesForgotten = (scope: Scope): number => forgotten.get(scope.profile.id) ?? 0;
  let isDisposed = false;
  const changed = createEmitter<Scope>();

  function cellOf(scope: Scope): RegionCell {
    const key = scopeKey(scope);
    const cell = cells.get(key) ?? newCell(scope);
    cells.set(key, cell);
    return cell;
  }
  function put(cell: RegionCell, state: NetworkState): void {
    cell.state = state;
    changed.fire(cell.scope);
  }

  function refresh(scope: Scope): Promise<Reading> {
    const cell = cellOf(scope);
    const { pending } = cell;
    if (!pending) return join(scope);
    const isGone = (): boolean => pending.abort.signal.aborted || cells.get(scopeKey(scope)) !== cell;
    // What the read under way has got already may have changed since.
    return (pending.next ??= pending.promise
      .catch(() => undefined)
      .then(() => (isGone() ? Promise.reject(outdated()) : join(scope))));
  }

  /** The read under way, or one that begins now. */
  function join(scope: Scope): Promise<Reading> {
    const cell = cellOf(scope);
    if (cell.pending) return cell.pending.promise;
    const abort = new AbortController();
    cell.scope = scope;
    cell.followed = followedRows();
    const promise = read(cell, abort.signal);
    cell.pending = { promise, abort };
    put(cell, { kind: 'loading', last: cell.state.last });
    return promise;
  }

  /** What is there to look at before the whole is read: what was kept is more than what came so far. */
  function showBefore(cell: RegionCell, preview: Preview | undefined, isCurrent: () => boolean): void {
    const isMore = preview?.readAt !== undefined || !cell.preview;
    if (!preview || !isMore || cell.state.last || !isCurrent()) return;
    cell.preview = preview;
    changed.fire(cell.scope);
  }

  async function read(cell: RegionCell, signal: AbortSignal): Promise<Reading> {
    const { scope } = cell;
    const readAt = now();
    const isCurrent = (): boolean => cells.get(scopeKey(scope)) === cell && !signal.aborted;
    if (!cell.state.last && !cell.preview && isKept(scope))
      void kept.read(scope).then((one) => showBefore(cell, one, isCurrent));
    try {
      const api = await apis.get(scope.profile);
      const outline = (network: Network, goesOn: Promise<unknown>): void => {
        const show = (): void => showBefore(cell, { network }, isCurrent);
        setTimeout(show, outlineAfterMs).unref();
        void goesOn.then(show);
      };
      const { last } = cell.state;
      // Where something whole is to be seen, an outline would be made for nobody.
      const loaded = await loadNetwork(api, scope.regionCode, { signal }, last, last ? undefined : outline);
      const network = await cell.followed.joinedWith(loaded.network, api, signal);
      const reading = { ...loaded, network, readAt, endedAt: now(), settlingSince: settlingSince(cell, network, now) };
      cell.pending = undefined;
      if (!isCurrent()) throw outdated();
      cell.preview = undefined;
      put(cell, { kind: 'loaded', last: reading });
      // One with gaps would look whole.
      if (reading.gaps.length === 0 && isKept(scope)) void kept.keep(scope, reading);
      return reading;
    } catch (error) {
      cell.pending = undefined;
      if (isCurrent()) put(cell, { kind: 'failed', error, last: cell.state.last });
      throw error;
    }
  }

  function follow(scope: Scope, fresh: readonly NetworkInterface[]): void {
    const cell = cellOf(scope);
    if (cell.pending) cell.followed.add(fresh);
    if (!cell.state.last) return;
    const network = cell.state.last.network.withInterfaces(fresh);
    // Waiting for rest reads the same again and again; rows that are drawn anew lose the menu that is open on them.
    if (network === cell.state.last.network) return;
    put(cell, {
      ...cell.state,
      last: { ...cell.state.last, network, settlingSince: settlingSince(cell, network, now) },
    });
  }

  return {
    onDidChange: changed.event,
    state: (scope) => cells.get(scopeKey(scope))?.state ?? { kind: 'unread' },
    preview: (scope) => cells.get(scopeKey(scope))?.preview,
    busy: (scope) => cells.get(scopeKey(scope))?.busy ?? noneBusy,
    async load(scope) {
      const { state } = cellOf(scope);
      return state.kind === 'loaded' ? state.last : join(scope);
    },
    refresh,
    following(scope) {
      const times = timesForgotten(scope);
      return (fresh) => {
        if (!isDisposed && timesForgotten(scope) === times) follow(scope, fresh);
      };
    },
    setBusy(scope, numbers, busy) {
      const cell = cellOf(scope);
      const next = new Map(cell.busy);
      for (const no of numbers) next.set(no, (next.get(no) ?? 0) + (busy ? 1 : -1));
      cell.busy = new Map([...next].filter(([, changes]) => changes > 0));
      changed.fire(scope);
    },
    forget(profileId) {
      forgotten.set(profileId, (forgotten.get(profileId) ?? 0) + 1);
      void kept.forget(profileId);
      for (const [key, cell] of cells) {
        if (cell.scope.profile.id !== profileId) continue;
        cells.delete(key);
        cell.pending?.abort.abort();
        changed.fire(cell.scope);
      }
    },
    cancelHidden(shown) {
      const kept = new Set(shown.map(scopeKey));
      for (const [key, { pending, state, scope, busy }] of cells) {
        if (!pending || kept.has(key)) continue;
        // A new cell: whatever the cancelled read still brings finds its own gone.
        if (state.last) cells.set(key, { ...newCell(scope), state: { kind: 'loaded', last: state.last }, busy });
        else cells.delete(key);
        pending.abort.abort();
      }
    },
    dispose() {
      isDisposed = true;
      for (const { pending } of cells.values()) pending?.abort.abort();
      cells.clear();
      changed.dispose();
    },
  };
}
