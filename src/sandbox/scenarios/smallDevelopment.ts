import type { RegionState } from '../state/regionState';
import type { World } from '../state/world';
import { attachedTo } from './attachedTo';
import { build } from './build';

/** A second VPC with the range of the first: 10.0.10.11 is taken here and free there. */
export function addDevelopment({ random }: World, region: RegionState): void {
  const vpc = build.vpc(region, '1207', '개발-vpc', '10.0.0.0/16');
  build.accessControlGroup(region, vpc, '1602');
  const web = build.subnet(
    region,
    vpc,
    { subnetNo: '3201', subnetName: 'dev-web', subnet: '10.0.10.0/24', zoneCode: 'KR-1' },
    'public',
  );
  const db = build.subnet(
    region,
    vpc,
    { subnetNo: '3202', subnetName: 'dev-db', subnet: '10.0.20.0/27', zoneCode: 'KR-1' },
    'private',
  );
  const web01 = build.server(region, web, { no: '10423401', name: 'dev-web-01', hypervisor: 'KVM' });
  const common = () => ({ accessControlGroupNoList: ['1602'], macAddress: random.macAddress() });
  build.interface(region, web, {
    ...common(),
    ...attachedTo(web01, 0),
    networkInterfaceNo: '701270',
    ip: '10.0.10.6',
    secondaryIpList: ['10.0.10.11'],
    networkInterfaceDescription: '개발 서버',
  });
  build.interface(region, db, {
    ...common(),
    ...attachedTo(web01, 1),
    networkInterfaceNo: '701271',
    networkInterfaceName: 'dev-db-link',
    ip: '10.0.20.6',
  });
  build.interface(region, web, {
    ...common(),
    networkInterfaceNo: '701272',
    networkInterfaceName: 'dev-spare',
    ip: '10.0.10.7',
  });
}
