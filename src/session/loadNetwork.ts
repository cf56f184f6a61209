import { isApiError, type ApiError } from '../api/apiError';
import { limits } from '../api/limits';
import type { CallOptions, ListGap, NcloudApi } from '../api/ncloudApi';
import { createNetwork, type Network } from '../model/network';
import type { Region } from '../model/region';

/**
 * What is not known of a region: a list that could not be read while the interfaces could (a sub account may see servers but
 * no subnets), or what was left out of one. An interface left out holds addresses that nobody sees here.
 */
export type Gap =
  | {
      readonly what: Exclude<ListName, 'interfaces'>;
      readonly error: ApiError;
      /** When what stands in its place was read (epoch ms); absent when it never was. */
      readonly readAt?: number;
    }
  | { readonly what: ListName; readonly left: ListGap };

type ListName = 'regions' | 'vpcs' | 'subnets' | 'servers' | 'interfaces';

/** So many rows of a list are read: there is a gap when it goes on. */
export const mostRows = limits.listRows;

/** A region as read, with what could not be read of it. */
export interface LoadedNetwork {
  readonly network: Network;
  readonly regions: readonly Region[];
  readonly gaps: readonly Gap[];
}

/** The reading before, with its time (epoch ms). */
export interface EarlierLoad extends LoadedNetwork {
  readonly readAt: number;
}

/**
 * Reads one region: five list calls, whatever it holds (interfaces and servers paged at 1000). Only the interfaces are
 * indispensable; of what else fails, what was read before stays, and a gap says so, as it does of rows that nobody can read.
 * `onOutline` is told of the VPCs and subnets while the rest is on its way; `goesOn` is kept once that takes more than a call
 * for each list.
 * Throws the ApiError of the interface list, or of any call that failed for a reason that is not about that list (key, clock,
 * connection).
 */
export async function loadNetwork(
  api: NcloudApi,
  regionCode: string,
  options: CallOptions,
  earlier?: EarlierLoad,
  onOutline?: (outline: Network, goesOn: Promise<unknown>) => void,
): Promise<LoadedNetwork> {
  const gaps: Gap[] = [];
  const { promise: goesOn, resolve: onMore } = Promise.withResolvers<unknown>();
  const read = <T>(what: ListName, list: (options: CallOptions) => Promise<T[]>): Promise<T[]> =>
    list({ ...options, onGap: (left) => gaps.push({ what, left }), onMore: () => onMore(true) });
  const orBefore = <T>(
    what: Exclude<ListName, 'interfaces'>,
    list: (options: CallOptions) => Promise<T[]>,
    before: readonly T[] = [],
  ): Promise<readonly T[]> =>
    read(what, list).catch((error: unknown) => {
      if (!isApiError(error, 'permission', 'refused', 'unreadable', 'unavailable', 'timeout')) throw error;
      const gap = earlier?.gaps.find((one) => one.what === what && 'error' in one);
      const readAt = gap && 'error' in gap ? gap.readAt : earlier?.readAt;
      gaps.push({ what, error, ...(readAt !== undefined && { readAt }) });
      return before;
    });
  const was = earlier?.network;
  const places = Promise.all([
    orBefore('vpcs', (listening) => api.getVpcList(regionCode, listening), was?.vpcs),
    orBefore('subnets', (listening) => api.getSubnetList(regionCode, listening), was?.subnets),
  ]);
  if (onOutline) {
    // What fails is told by the whole.
    void places.then(
      ([vpcs, subnets]) => onOutline(createNetwork({ regionCode, vpcs, subnets, servers: [], interfaces: [] }), goesOn),
      () => undefined,
    );
  }
  const [[vpcs, subnets], interfaces, servers, regions] = await Promise.all([
    // In the order in which they are of use: calls wait for each other where the service allows few a second.
    places,
    read('interfaces', (listening) => api.getNetworkInterfaceList({ regionCode }, listening)),
    orBefore('servers', (listening) => api.getServerInstanceList(regionCode, listening), was?.servers),
    orBefore('regions', (listening) => api.getRegionList(listening), earlier?.regions),
  ]);
  return { network: createNetwork({ regionCode, vpcs, subnets, servers, interfaces }), regions, gaps };
}
