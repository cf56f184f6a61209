import type { RegionState } from '../state/regionState';
import type { World } from '../state/world';
import { attachedTo } from './attachedTo';
import { build } from './build';

/** The second region: one VPC, one subnet, one server and a spare interface. */
export function addTokyo({ random }: World, region: RegionState): void {
  const vpc = build.vpc(region, '2301', 'tokyo-vpc', '172.16.0.0/16');
  build.accessControlGroup(region, vpc, '2681');
  const web = build.subnet(
    region,
    vpc,
    { subnetNo: '4101', subnetName: 'tokyo-web', subnet: '172.16.1.0/24', zoneCode: 'JPN-4' },
    'public',
  );
  const server = build.server(region, web, { no: '20110045', name: 'tokyo-web-01', hypervisor: 'KVM' });
  const common = () => ({ accessControlGroupNoList: ['2681'], macAddress: random.macAddress() });
  build.interface(region, web, {
    ...common(),
    ...attachedTo(server, 0),
    networkInterfaceNo: '801001',
    ip: '172.16.1.6',
  });
  build.interface(region, web, {
    ...common(),
    networkInterfaceNo: '801002',
    networkInterfaceName: 'tokyo-spare',
    ip: '172.16.1.7',
  });
}
