import { isApiError, type ApiError } from '../api/apiError';
import type { CallOptions, NcloudApi } from '../api/ncloudApi';
import { createNetwork, type Network } from '../model/network';
import type { Region } from '../model/region';

/** A list that could not be read while the interfaces could: a sub account may see servers but no subnets. */
export interface Gap {
  readonly what: 'regions' | 'vpcs' | 'subnets' | 'servers';
  readonly error: ApiError;
  /** When what stands in its place was read (epoch ms); absent when it never was. */
  readonly readAt?: number;
}

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
 * indispensable; of what else fails, what was read before stays, and the gap says so. Throws the ApiError of the interface
 * list, or of any call that failed for a reason that is not about that list (key, clock, connection).
 */
export async function loadNetwork(
  api: NcloudApi,
  regionCode: string,
  options: CallOptions,
  earlier?: EarlierLoad,
): Promise<LoadedNetwork> {
  const gaps: Gap[] = [];
  const orBefore = <T>(what: Gap['what'], list: Promise<T[]>, before: readonly T[] = []): Promise<readonly T[]> =>
    list.catch((error: unknown) => {
      if (!isApiError(error, 'permission', 'refused', 'unreadable', 'unavailable', 'timeout')) throw error;
      const gap = earlier?.gaps.find((one) => one.what === what);
      const readAt = gap ? gap.readAt : earlier?.readAt;
      gaps.push({ what, error, ...(readAt !== undefined && { readAt }) });
      return before;
    });
  const was = earlier?.network;
  const [regions, vpcs, subnets, servers, interfaces] = await Promise.all([
    orBefore('regions', api.getRegionList(options), earlier?.regions),
    orBefore('vpcs', api.getVpcList(regionCode, options), was?.vpcs),
    orBefore('subnets', api.getSubnetList(regionCode, options), was?.subnets),
    orBefore('servers', api.getServerInstanceList(regionCode, options), was?.servers),
    api.getNetworkInterfaceList({ regionCode }, options),
  ]);
  return { network: createNetwork({ regionCode, vpcs, subnets, servers, interfaces }), regions, gaps };
}
