import { isDeepStrictEqual } from 'node:util';
import type { NcloudApi } from '../api/ncloudApi';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';

type Reader = Pick<NcloudApi, 'getNetworkInterfaceList'>;

/** Interfaces that were read by themselves while their region was being read as a whole. */
export interface FollowedRows {
  add(fresh: readonly NetworkInterface[]): void;
  /**
   * The region with them. Where the two differ nobody can tell which read is the older one, because that of the region may
   * have waited its turn for half a minute: one more read of just these tells. Where it fails, what was followed stands.
   */
  joinedWith(network: Network, api: Reader, signal: AbortSignal): Promise<Network>;
}

/** None yet. */
export function followedRows(): FollowedRows {
  /** By number; undefined = neither the region nor a read of its own has it. */
  const rows = new Map<string, NetworkInterface | undefined>();

  async function readDisputed(network: Network, api: Reader, signal: AbortSignal): Promise<void> {
    const before = new Map(rows);
    const disputed = [...before].flatMap(([no, row]) => (isDeepStrictEqual(row, network.interface(no)) ? [] : [no]));
    if (disputed.length === 0) return;
    const query = { regionCode: network.regionCode, networkInterfaceNoList: disputed };
    const latest = await api.getNetworkInterfaceList(query, { signal }).catch(() => undefined);
    if (!latest) return;
    const byNumber = new Map(latest.map((one) => [one.networkInterfaceNo, one]));
    for (const no of disputed) {
      // What came while these were read is at least as young. One that is missing here is what the region says.
      if (rows.get(no) === before.get(no)) rows.set(no, byNumber.get(no) ?? network.interface(no));
    }
  }

  return {
    add(fresh) {
      for (const one of fresh) rows.set(one.networkInterfaceNo, one);
    },
    async joinedWith(network, api, signal) {
      await readDisputed(network, api, signal);
      if (rows.size === 0) return network;
      const fresh = [...rows.values()].filter((one) => one !== undefined);
      const gone = [...rows.keys()].filter((no) => rows.get(no) === undefined);
      return network.withInterfaces(fresh, gone);
    },
  };
}
