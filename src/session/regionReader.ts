import type { NetworkInterfaceQuery } from '../api/ncloudApi';
import type { AccessControlGroup } from '../model/accessControlGroup';
import type { NetworkInterface } from '../model/networkInterface';
import type { Region } from '../model/region';
import type { ApiPool } from './apiPool';
import type { GroupNames } from './groupNames';
import type { Follow, NetworkStore } from './networkStore';
import type { Scope } from './scope';
import type { Profile } from './profile';
import { readPart, type NetworkPart } from './readPart';

/** Filters of getNetworkInterfaceList. */
export type InterfaceFilter = Omit<NetworkInterfaceQuery, 'regionCode'>;

/** A region with the keys of now: reads, and what was read, belong to one account, whatever becomes of the profile meanwhile. */
export interface RegionReader {
  /** Those that pass any of the filters, each once; a call per filter, side by side. Throws ApiError. */
  interfaces(filters: readonly InterfaceFilter[], signal?: AbortSignal): Promise<NetworkInterface[]>;
  /** The ACGs by name, remembered for documents drawn later. Throws ApiError. */
  groups(signal: AbortSignal): Promise<AccessControlGroup[]>;
  /** Hands on to the networks what was read. */
  readonly follow: Follow;
}

/** What is read of accounts beside whole regions. Above the session nobody else asks the service for anything. */
export interface Readers {
  /** Throws MissingKeysError, or what starting the sandbox throws. */
  open(scope: Scope): Promise<RegionReader>;
  /** Follows getRegionList. Throws what `open` and the client throw. */
  regions(profile: Profile): Promise<Region[]>;
  /** Reads a part again, which the tree follows; false when only the whole region tells how things are. Throws the same. */
  refreshPart(scope: Scope, part: NetworkPart): Promise<boolean>;
}

/** Reads with the clients of `apis`. */
export function createReaders(
  apis: Pick<ApiPool, 'get'>,
  networks: Pick<NetworkStore, 'state' | 'following'>,
  groupNames: Pick<GroupNames, 'set'>,
): Readers {
  return {
    regions: async (profile) => (await apis.get(profile)).getRegionList(),
    async open(scope) {
      const { profile, regionCode } = scope;
      const follow = networks.following(scope);
      const api = await apis.get(profile);
      return {
        follow,
        async interfaces(filters, signal) {
          const lists = await Promise.all(
            filters.map((filter) => api.getNetworkInterfaceList({ regionCode, ...filter }, signal && { signal })),
          );
          return [...new Map(lists.flat().map((one) => [one.networkInterfaceNo, one])).values()];
        },
        async groups(signal) {
          const groups = await api.getAccessControlGroupList(regionCode, { signal });
          groupNames.set(scope, groups);
          return groups;
        },
      };
    },
    async refreshPart(scope, part) {
      const state = networks.state(scope);
      if (state.kind !== 'loaded') return false;
      const follow = networks.following(scope);
      const fresh = await readPart(await apis.get(scope.profile), part, state.last.network);
      // What came in meanwhile, e.g. from a change, may be newer than this answer.
      if (!fresh || networks.state(scope) !== state) return false;
      follow(fresh);
      return true;
    },
  };
}
