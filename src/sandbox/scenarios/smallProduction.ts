import type { InterfaceRecord } from '../state/records';
import type { RegionState } from '../state/regionState';
import type { World } from '../state/world';
import { attachedTo } from './attachedTo';
import { build } from './build';

/** VPC 1204 with the documented example's interfaces 701236, 701240 and 701251. */
export function addProduction({ random }: World, region: RegionState): void {
  const vpc = build.vpc(region, '1204', 'prod-vpc', '10.0.0.0/16');
  build.accessControlGroup(region, vpc, '1581');
  build.accessControlGroup(region, vpc, '1590', 'db-acg');
  const subnet = (
    subnetNo: string,
    subnetName: string,
    cidr: string,
    zoneCode: string,
    kind: Parameters<typeof build.subnet>[3],
  ) => build.subnet(region, vpc, { subnetNo, subnetName, subnet: cidr, zoneCode }, kind);
  const web = subnet('3104', 'web-pub', '10.0.10.0/24', 'KR-2', 'public');
  const db = subnet('3105', 'db-priv', '10.0.20.0/24', 'KR-2', 'private');
  const app = subnet('3106', 'app-priv', '10.0.30.0/24', 'KR-1', 'private');
  const balancer = subnet('3107', 'lb-pub', '10.0.40.0/26', 'KR-2', 'load balancer');
  const nat = subnet('3108', 'nat-pub', '10.0.41.0/28', 'KR-2', 'NAT gateway');
  subnet('3109', 'bm-priv', '10.0.50.0/25', 'KR-1', 'bare metal');
  const full = subnet('3110', 'batch-priv', '10.0.60.0/28', 'KR-2', 'private');

  const web01 = build.server(region, web, {
    no: '10423318',
    name: 'web-01',
    hypervisor: 'XEN',
    publicIp: ['10423402', '203.0.113.24'],
  });
  build.publicIp(region, '10423403', '203.0.113.25');
  const web02 = build.server(region, web, { no: '10423325', name: 'web-02', hypervisor: 'KVM' });
  const db01 = build.server(region, db, {
    no: '10423331',
    name: 'db-01',
    hypervisor: 'XEN',
    description: '주 데이터베이스',
  });
  const batch = build.server(region, full, { no: '10423340', name: '결제-배치', hypervisor: 'KVM', state: 'NSTOP' });
  const app01 = build.server(region, app, { no: '10423352', name: 'app-01', hypervisor: 'XEN', state: 'CREAT' });
  const app02 = build.server(region, app, { no: '10423358', name: 'app-02', hypervisor: 'KVM' });

  const common = () => ({ accessControlGroupNoList: ['1581'], macAddress: random.macAddress() });
  const forDb = () => ({ ...common(), accessControlGroupNoList: ['1581', '1590'] });
  const setFor = { status: 'SET', settling: { at: 'never', to: 'USED' } } as const;
  const unset = { status: 'UNSET', settling: { at: 'never', to: 'NOTUSED' } } as const;

  build.interface(region, web, {
    ...common(),
    ...attachedTo(web01, 0),
    networkInterfaceNo: '701236',
    ip: '10.0.10.14',
    macAddress: 'F2:20:AF:3C:19:AC',
  });
  build.interface(region, web, {
    ...common(),
    ...attachedTo(web02, 0),
    networkInterfaceNo: '701237',
    networkInterfaceName: 'web-02-eth0',
    ip: '10.0.10.6',
    secondaryIpList: ['10.0.10.21', '10.0.10.20'],
    networkInterfaceDescription: '웹 서비스 보조 IP',
  });
  build.interface(region, web, {
    ...common(),
    networkInterfaceNo: '701252',
    networkInterfaceName: 'vip-holder',
    ip: '10.0.10.7',
    secondaryIpList: ['10.0.10.30', '10.0.10.31'],
    networkInterfaceDescription: '점검용 VIP 보관',
  });
  build.interface(region, db, {
    ...forDb(),
    ...attachedTo(web01, 1),
    networkInterfaceNo: '701240',
    networkInterfaceName: 'db-vip-nic',
    ip: '10.0.20.6',
    macAddress: 'F2:20:AF:55:02:7E',
    networkInterfaceDescription: 'keepalived pair',
  });
  build.interface(region, db, {
    ...common(),
    networkInterfaceNo: '701251',
    networkInterfaceName: 'spare-nic',
    ip: '10.0.20.7',
    macAddress: 'F2:20:AF:10:BC:04',
  });
  build.interface(region, db, {
    ...forDb(),
    ...attachedTo(db01, 0),
    networkInterfaceNo: '701242',
    ip: '10.0.20.10',
    secondaryIpList: ['10.0.20.100'],
  });
  const replica: { -readonly [Field in keyof InterfaceRecord]?: InterfaceRecord[Field] } = attachedTo(db01, 1);
  delete replica.instanceType;
  build.interface(region, db, {
    ...forDb(),
    ...replica,
    networkInterfaceNo: '701244',
    networkInterfaceName: 'db-01-replica',
    ip: '10.0.20.11',
    networkInterfaceDescription: '복제 전용',
  });
  build.interface(region, full, {
    ...common(),
    ...attachedTo(db01, 2),
    networkInterfaceNo: '701243',
    networkInterfaceName: 'db-01-batch',
    ip: '10.0.60.6',
    secondaryIpList: ['10.0.60.7', '10.0.60.8', '10.0.60.9', '10.0.60.10', '10.0.60.11'],
  });
  build.interface(region, full, {
    ...common(),
    ...attachedTo(batch, 0),
    networkInterfaceNo: '701245',
    ip: '10.0.60.12',
    secondaryIpList: ['10.0.60.13', '10.0.60.14'],
  });
  build.interface(region, app, {
    ...common(),
    ...attachedTo(app01, 0),
    ...setFor,
    networkInterfaceNo: '701246',
    ip: '10.0.30.6',
  });
  build.interface(region, app, { ...common(), ...attachedTo(app02, 0), networkInterfaceNo: '701248', ip: '10.0.30.8' });
  build.interface(region, app, {
    ...common(),
    ...attachedTo(app02, 1),
    ...unset,
    networkInterfaceNo: '701247',
    networkInterfaceName: 'app-02-old',
    ip: '10.0.30.7',
  });
  // Interfaces of other products exist in such subnets; their real instance types are not published, these are made up.
  build.interface(region, balancer, {
    ...common(),
    networkInterfaceNo: '701260',
    networkInterfaceName: 'lb-web',
    ip: '10.0.40.6',
    status: 'USED',
    instanceType: { code: 'VLB', codeName: 'Load Balancer (VPC)' },
    instanceNo: '13200711',
  });
  build.interface(region, nat, {
    ...common(),
    networkInterfaceNo: '701261',
    networkInterfaceName: 'nat-gw',
    ip: '10.0.41.6',
    status: 'USED',
    instanceType: { code: 'VNATGW', codeName: 'NAT Gateway (VPC)' },
    instanceNo: '13200725',
  });
}
