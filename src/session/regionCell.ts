import { ApiError } from '../api/apiError';
import type { Network } from '../model/network';
import { isSettling } from '../model/networkInterface';
import { followedRows, type FollowedRows } from './followedRows';
import type { NetworkState, Reading } from './networkState';
import type { Preview } from './readings/keptReadings';
import type { Scope } from './scope';

/** What the store knows of a region. A new one takes its place where what a cancelled read still brings must find its own gone. */
export interface RegionCell {
  state: NetworkState;
  preview?: Preview | undefined;
  scope: Scope;
  /** How many changes are under way on an interface, by number. */
  busy: ReadonlyMap<string, number>;
  /** What was followed since the read under way began. */
  followed: FollowedRows;
  pending?: ReadUnderWay | undefined;
}

/** A read of the region, and the one that follows it when it was asked for meanwhile. */
export interface ReadUnderWay {
  readonly promise: Promise<Reading>;
  readonly abort: AbortController;
  next?: Promise<Reading>;
}

/** Always the same map, so that nothing looks changed. */
export const noneBusy: ReadonlyMap<string, number> = new Map();

/** Of a region that was never read. */
export function newCell(scope: Scope): RegionCell {
  return { state: { kind: 'unread' }, scope, busy: noneBusy, followed: followedRows() };
}

/** Since when (epoch ms) each interface that settles now has been seen to. */
export function settlingSince({ state }: RegionCell, network: Network, now: () => number): ReadonlyMap<string, number> {
  const before = state.last?.settlingSince;
  const settling = network.interfaces.filter(isSettling).map(({ networkInterfaceNo }) => networkInterfaceNo);
  return new Map(settling.map((no) => [no, before?.get(no) ?? now()]));
}

/** Whether readings outlive the window: the sandbox begins anew each time. */
export function isKept({ profile }: Scope): boolean {
  return profile.site !== 'sandbox';
}

/** An answer that came after its account was forgotten: nobody may use it, and nobody needs to be told. */
export function outdated(): ApiError {
  return new ApiError({ kind: 'cancelled', layer: 'client', action: 'getNetworkInterfaceList', effect: 'none' });
}
