import type { CallOptions, ListGap, NcloudApi, NetworkInterfaceQuery } from '../api/ncloudApi';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';

/** What can be read again without reading its region: it has a filter of its own in getNetworkInterfaceList. */
export type NetworkPart =
  | { readonly kind: 'subnet'; readonly subnetNo: string }
  | { readonly kind: 'server'; readonly serverInstanceNo: string }
  | { readonly kind: 'interface' | 'address'; readonly networkInterfaceNo: string };

/**
 * The interfaces of a part as they are now, in one call. Undefined when one that was there is missing, went elsewhere or
 * cannot be read: only the whole region tells which. Throws ApiError. Follows getNetworkInterfaceList (there is no filter by
 * subnet number, so a subnet's are asked by its name and picked by its number).
 */
export async function readPart(
  api: Pick<NcloudApi, 'getNetworkInterfaceList'>,
  part: NetworkPart,
  network: Network,
  options: CallOptions = {},
): Promise<readonly NetworkInterface[] | undefined> {
  const filter = filterOf(part, network);
  if (!filter) return undefined;
  const isIn = (one: NetworkInterface): boolean => contains(part, one);
  const gaps: ListGap[] = [];
  const query = { regionCode: network.regionCode, ...filter };
  const answer = await api.getNetworkInterfaceList(query, { ...options, onGap: (gap) => gaps.push(gap) });
  if (gaps.length > 0) return undefined;
  const fresh = answer.filter(isIn);
  const found = new Set(fresh.map(({ networkInterfaceNo }) => networkInterfaceNo));
  const known = network.interfaces.filter(isIn);
  return known.every(({ networkInterfaceNo }) => found.has(networkInterfaceNo)) ? fresh : undefined;
}

function filterOf(part: NetworkPart, network: Network): Partial<NetworkInterfaceQuery> | undefined {
  if (part.kind === 'server') return { instanceNo: part.serverInstanceNo };
  if (part.kind !== 'subnet') return { networkInterfaceNoList: [part.networkInterfaceNo] };
  const subnet = network.subnet(part.subnetNo);
  return subnet && { subnetName: subnet.subnetName };
}

function contains(part: NetworkPart, one: NetworkInterface): boolean {
  if (part.kind === 'subnet') return one.subnetNo === part.subnetNo;
  if (part.kind === 'server') return one.instanceNo === part.serverInstanceNo;
  return one.networkInterfaceNo === part.networkInterfaceNo;
}
