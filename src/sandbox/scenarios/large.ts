import { AddressPool } from '../state/addressPool';
import type { SubnetRecord, VpcRecord } from '../state/records';
import type { RegionState } from '../state/regionState';
import type { World } from '../state/world';
import { addRegions } from './addRegions';
import { attachedTo } from './attachedTo';
import { build } from './build';

const perSubnet = 125;
const subnetsPerVpc = 16;
const roles = ['web', 'api', 'batch', 'cache', 'search', 'payment', 'log', 'auth'];

/**
 * An account with `nics` interfaces in its first region: /22 subnets with about 125 interfaces each, 16 subnets a VPC.
 * One interface in 16 is unattached; every tenth server has a second one; every eighth interface has secondary IPs.
 * The same seed and number give the same account.
 */
export function large(world: World, nics: number): void {
  const { korea } = addRegions(world);
  let vpc: VpcRecord | undefined;
  for (let index = 0; index * perSubnet < nics; index++) {
    if (!vpc || index % subnetsPerVpc === 0) vpc = addVpc(korea, index / subnetsPerVpc);
    const subnet = addSubnet(korea, vpc, index);
    fill(world, korea, subnet, index * perSubnet, Math.min(nics, (index + 1) * perSubnet));
  }
}

function addVpc(region: RegionState, index: number): VpcRecord {
  const vpc = build.vpc(region, String(5000 + index), `team-${index + 1}-vpc`, `10.${index % 256}.0.0/16`);
  build.accessControlGroup(region, vpc, String(6000 + index));
  return vpc;
}

function addSubnet(region: RegionState, vpc: VpcRecord, index: number): SubnetRecord {
  const [second] = vpc.ipv4CidrBlock.split('.').slice(1);
  const isPublic = index % 4 === 0;
  const own = {
    subnetNo: String(30_000 + index),
    subnetName: `${vpc.vpcName.replace('-vpc', '')}-${isPublic ? 'pub' : 'priv'}-${(index % subnetsPerVpc) + 1}`,
    subnet: `10.${second ?? 0}.${(index % subnetsPerVpc) * 4}.0/22`,
    zoneCode: index % 2 === 0 ? 'KR-2' : 'KR-1',
  };
  return build.subnet(region, vpc, own, isPublic ? 'public' : 'private');
}

/** Interfaces number `first` … `end` - 1 of the account, each with the lowest addresses that are left. */
function fill({ random }: World, region: RegionState, subnet: SubnetRecord, first: number, end: number): void {
  const addresses = new AddressPool(subnet, []).lowestFree(perSubnet * 6).values();
  const take = (count: number) => Array.from({ length: count }, () => addresses.next().value ?? '');
  const acg = String(Number(subnet.vpcNo) + 1000);
  for (let index = first; index < end; index++) {
    const number = String(index + 1).padStart(5, '0');
    const role = roles[random.integer(roles.length)] ?? 'web';
    const secondaries = index % 8 === 3 ? 1 + random.integer(5) : 0;
    const isSecond = index > first && index % 10 === 1;
    const previous = isSecond ? region.interface(String(1_000_000 + index - 1))?.instanceNo : undefined;
    const server =
      previous !== undefined
        ? region.server(previous)
        : index % 16 === 5
          ? undefined
          : newServer(region, subnet, index, `${role}-${number}`);
    const [ip = ''] = take(1);
    build.interface(region, subnet, {
      networkInterfaceNo: String(1_000_000 + index),
      networkInterfaceName: `${role}-${number}-${previous !== undefined ? 'eth1' : server ? 'eth0' : 'spare'}`,
      ip,
      macAddress: random.macAddress(),
      accessControlGroupNoList: [acg],
      secondaryIpList: take(secondaries),
      ...(server && attachedTo(server, previous !== undefined ? 1 : 0)),
    });
  }
}

function newServer(region: RegionState, subnet: SubnetRecord, index: number, name: string) {
  const hypervisor = index % 3 === 0 ? 'XEN' : 'KVM';
  const state = index % 50 === 7 ? 'NSTOP' : 'RUN';
  return build.server(region, subnet, { no: String(20_000_000 + index), name, hypervisor, state });
}
