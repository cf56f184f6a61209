import { isIpv4 } from '../model/address';
import { rangeOfCidr } from '../model/freeRanges';
import type { Network } from '../model/network';
import { seenAddresses } from '../model/seenAddresses';
import type { Subnet } from '../model/subnet';
import type { OverviewData, OverviewSubnet, OverviewVpc } from './overviewData';

/** Names what the overview shows, in words of the user's language, short and printable. */
export interface OverviewWords {
  name(text: string): string;
  about(subnet: Subnet): string;
}

/** The overview of a region. A subnet of a VPC that is not in the list comes last, under the number of its VPC. */
export function readOverview(
  network: Pick<Network, 'vpcs' | 'subnets' | 'range' | 'interfacesOf'>,
  words: OverviewWords,
): OverviewData {
  const known = new Set(network.vpcs.map(({ vpcNo }) => vpcNo));
  const strangers = [...new Set(network.subnets.map(({ vpcNo }) => vpcNo))].filter((no) => !known.has(no));
  const all = [...network.vpcs, ...strangers.map((vpcNo) => ({ vpcNo, vpcName: vpcNo, ipv4CidrBlock: '' }))];
  const byVpc = Map.groupBy(network.subnets, ({ vpcNo }) => vpcNo);
  const vpcs = all.map(({ vpcNo, vpcName, ipv4CidrBlock }): OverviewVpc => {
    const range = rangeOfCidr(ipv4CidrBlock);
    const subnets = (byVpc.get(vpcNo) ?? []).map((subnet) => readSubnet(network, subnet, words));
    return {
      vpcNo,
      name: words.name(vpcName),
      cidr: words.name(ipv4CidrBlock),
      first: range?.first ?? 0,
      size: range ? range.last - range.first + 1 : 0,
      subnets: subnets.sort((a, b) => Number(a.size === 0) - Number(b.size === 0) || a.first - b.first),
    };
  });
  return { vpcs: vpcs.sort((a, b) => Number(a.size === 0) - Number(b.size === 0) || a.first - b.first) };
}

function readSubnet(
  network: Pick<Network, 'range' | 'interfacesOf'>,
  subnet: Subnet,
  words: OverviewWords,
): OverviewSubnet {
  const { subnetNo, subnetName } = subnet;
  const ends = rangeOfCidr(subnet.subnet);
  const range = network.range(subnetNo);
  const size = ends ? ends.last - ends.first + 1 : 0;
  const held = [...seenAddresses(network, subnetNo)];
  return {
    subnetNo,
    name: words.name(subnetName),
    cidr: words.name(subnet.subnet),
    about: words.about(subnet),
    first: ends?.first ?? 0,
    size,
    reserved: size - (range?.usableCount ?? 0),
    used: held.filter((address) => isIpv4(address) && range?.place(address) === 'usable').length,
  };
}
