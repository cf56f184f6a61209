import { isIpv4 } from '../model/address';
import type { Network } from '../model/network';
import type { SearchScope } from './hit';

/** Where one address stands. Text is made in src/features/find/searchText.ts. */
export type AddressPlace =
  | (InSubnet & {
      readonly kind: 'held';
      readonly role: 'primary' | 'secondary';
      readonly networkInterfaceNo: string;
    })
  | (InSubnet & { readonly kind: 'reserved'; readonly firstUsable: string; readonly lastUsable: string })
  /** Inside the range, on no interface in the list: managed services may hold it all the same. */
  | (InSubnet & { readonly kind: 'unseen' })
  /** In no subnet that was read; `networks` is how many of the loaded networks have any. */
  | { readonly kind: 'outside'; readonly networks: number };

interface InSubnet {
  readonly scope: SearchScope;
  readonly subnetNo: string;
  /** Names and range are absent when the holder was read but its subnet could not be. */
  readonly subnetName?: string;
  readonly cidr?: string;
  readonly vpcNo?: string;
  readonly vpcName?: string;
}

/** One answer for every subnet the address lies in: two VPCs may use the same range. Empty for what is not IPv4. */
export function placesOf(
  address: string,
  networks: readonly { readonly scope: SearchScope; readonly network: Network }[],
): AddressPlace[] {
  if (!isIpv4(address)) return [];
  const places = networks.flatMap(({ scope, network }) => placesIn(address, network, scope));
  const withSubnets = networks.filter(({ network }) => network.subnets.length > 0);
  return places.length > 0 ? places : [{ kind: 'outside', networks: withSubnets.length }];
}

function placesIn(address: string, network: Network, scope: SearchScope): AddressPlace[] {
  const inUnread = network.interfaces.flatMap(
    ({ subnetNo, networkInterfaceNo, ip, secondaryIpList }): AddressPlace[] => {
      if (network.subnet(subnetNo) || (ip !== address && !secondaryIpList.includes(address))) return [];
      return [{ kind: 'held', scope, subnetNo, role: ip === address ? 'primary' : 'secondary', networkInterfaceNo }];
    },
  );
  const inRanges = network.subnets.flatMap((subnet): AddressPlace[] => {
    const { subnetNo, subnetName, subnet: cidr, vpcNo } = subnet;
    const range = network.range(subnetNo);
    const place = range?.place(address);
    if (!range || place === 'outside' || place === undefined) return [];
    const vpc = network.vpc(vpcNo);
    const where = { scope, subnetNo, subnetName, cidr, vpcNo, ...(vpc && { vpcName: vpc.vpcName }) };
    const holder = network.holder(subnetNo, address);
    if (holder) {
      const { networkInterfaceNo } = holder.networkInterface;
      return [{ kind: 'held', ...where, role: holder.role, networkInterfaceNo }];
    }
    if (place === 'usable') return [{ kind: 'unseen', ...where }];
    return [{ kind: 'reserved', ...where, firstUsable: range.firstUsable, lastUsable: range.lastUsable }];
  });
  return [...inRanges, ...inUnread];
}
