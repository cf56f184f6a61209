import { isSettling, type NetworkInterface } from '../model/networkInterface';
import type { ReadDeps } from './applyDeps';

/** Some interfaces as read at one moment. */
export interface TouchedInterfaces {
  readonly interfaces: readonly NetworkInterface[];
  /** One of them is SET or UNSET. */
  readonly settling: boolean;
}

/**
 * Reads exactly these interfaces in one call (networkInterfaceNoList.N). One that is missing from the answer is unknown: it
 * may be gone, or the list may be short, so nobody is told that it is gone. Throws ApiError.
 */
export async function readTouched(
  regionCode: string,
  networkInterfaceNos: readonly string[],
  deps: Pick<ReadDeps, 'api' | 'onInterfaces'>,
  signal?: AbortSignal,
): Promise<TouchedInterfaces> {
  const query = { regionCode, networkInterfaceNoList: networkInterfaceNos };
  const list = await deps.api.getNetworkInterfaceList(query, signal && { signal });
  const asked = new Set(networkInterfaceNos);
  const interfaces = list.filter((one) => asked.has(one.networkInterfaceNo));
  deps.onInterfaces?.(interfaces);
  return { interfaces, settling: interfaces.some(isSettling) };
}
