import { createNetwork, type Network, type NetworkParts } from '../../src/model/network';
import type { NetworkInterface } from '../../src/model/networkInterface';
import type { Server } from '../../src/model/server';
import type { Subnet } from '../../src/model/subnet';
import type { Vpc } from '../../src/model/vpc';

/** A VPC with the documented shape; say only what a test is about. */
export function buildVpc(vpc: Partial<Vpc> = {}): Vpc {
  return { vpcNo: '1204', vpcName: 'prod-vpc', ipv4CidrBlock: '10.0.0.0/16', regionCode: 'KR', ...vpc };
}

export function buildSubnet(subnet: Partial<Subnet> = {}): Subnet {
  return {
    subnetNo: '3104',
    vpcNo: '1204',
    zoneCode: 'KR-2',
    subnetName: 'web-pub',
    subnet: '10.0.10.0/24',
    subnetType: { code: 'PUBLIC' },
    usageType: { code: 'GEN' },
    ...subnet,
  };
}

export function buildServer(server: Partial<Server> = {}): Server {
  return { serverInstanceNo: '10423318', serverName: 'web-01', networkInterfaceNoList: ['701236'], ...server };
}

/** An unattached interface of subnet 3104. */
export function buildInterface(networkInterface: Partial<NetworkInterface> = {}): NetworkInterface {
  const no = networkInterface.networkInterfaceNo ?? '701236';
  return {
    networkInterfaceNo: no,
    networkInterfaceName: `nic-${no}`,
    subnetNo: '3104',
    deleteOnTermination: false,
    isDefault: false,
    networkInterfaceStatus: { code: 'NOTUSED' },
    ip: '10.0.10.14',
    accessControlGroupNoList: ['1581'],
    secondaryIpList: [],
    ...networkInterface,
  };
}

/** One VPC with one /24 unless told otherwise. */
export function buildNetwork(parts: Partial<NetworkParts> = {}): Network {
  return createNetwork({
    regionCode: 'KR',
    vpcs: [buildVpc()],
    subnets: [buildSubnet()],
    servers: [],
    interfaces: [],
    ...parts,
  });
}
