import { isApiError, type ApiError } from '../api/apiError';
import type { CallOptions, NcloudApi } from '../api/ncloudApi';
import { createNetwork, type Network } from '../model/network';
import type { Region } from '../model/region';

/** A list that could not be read while the interfaces could: a sub account may see servers but no subnets. */
export interface Gap {
  readonly what: 'regions' | 'vpcs' | 'subnets' | 'servers';
  readonly error: ApiError;
}

/** A region as read, with what could not be read of it. */
export interface LoadedNetwork {
  readonly network: Network;
  readonly regions: readonly Region[];
  readonly gaps: readonly Gap[];
}

/**
 * Reads one region: five list calls, whatever it holds (interfaces and servers paged at 1000). Only the interfaces are
 * indispensable; what else is refused becomes a gap. Throws the ApiError of the interface list, or of any call that failed
 * for a reason that is not about that list (key, clock, connection).
 */
export async function loadNetwork(api: NcloudApi, regionCode: string, options: CallOptions): Promise<LoadedNetwork> {
  const gaps: Gap[] = [];
  const orGap = <T>(what: Gap['what'], list: Promise<T[]>): Promise<T[]> =>
    list.catch((error: unknown) => {
      if (!isApiError(error, 'permission', 'refused', 'unreadable', 'unavailable', 'timeout')) throw error;
      gaps.push({ what, error });
      return [];
    });
  const [regions, vpcs, subnets, servers, interfaces] = await Promise.all([
    orGap('regions', api.getRegionList(options)),
    orGap('vpcs', api.getVpcList(regionCode, options)),
    orGap('subnets', api.getSubnetList(regionCode, options)),
    orGap('servers', api.getServerInstanceList(regionCode, options)),
    api.getNetworkInterfaceList({ regionCode }, options),
  ]);
  return { network: createNetwork({ regionCode, vpcs, subnets, servers, interfaces }), regions, gaps };
}
