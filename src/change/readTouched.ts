import { isSettling, type NetworkInterface } from '../model/networkInterface';
import type { ReadDeps } from './applyDeps';

/** Some interfaces as read at one moment. */
export interface Reading {
  readonly interfaces: readonly NetworkInterface[];
  /** Asked for and not there. */
  readonly gone: readonly string[];
  /** One of them is SET or UNSET. */
  readonly settling: boolean;
}

/** Reads exactly these interfaces in one call (networkInterfaceNoList.N). Throws ApiError. */
export async function readTouched(
  regionCode: string,
  networkInterfaceNos: readonly string[],
  deps: Pick<ReadDeps, 'api' | 'onInterfaces'>,
  signal?: AbortSignal,
): Promise<Reading> {
  const query = { regionCode, networkInterfaceNoList: networkInterfaceNos };
  const list = await deps.api.getNetworkInterfaceList(query, signal && { signal });
  const asked = new Set(networkInterfaceNos);
  const interfaces = list.filter((one) => asked.has(one.networkInterfaceNo));
  const found = new Set(interfaces.map((one) => one.networkInterfaceNo));
  const gone = networkInterfaceNos.filter((no) => !found.has(no));
  deps.onInterfaces?.(interfaces, gone);
  return { interfaces, gone, settling: interfaces.some(isSettling) };
}
