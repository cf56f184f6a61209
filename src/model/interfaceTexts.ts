import type { Network } from './network';
import type { NetworkInterface } from './networkInterface';

/** Whatever people may know an interface by: its own fields, its server, its subnet and VPC. */
export function interfaceTexts(networkInterface: NetworkInterface, network: Network): (string | undefined)[] {
  const { networkInterfaceNo, networkInterfaceName, networkInterfaceDescription, deviceName, macAddress } =
    networkInterface;
  return [
    networkInterfaceName,
    networkInterfaceNo,
    network.serverOf(networkInterface)?.serverName,
    deviceName,
    networkInterface.ip,
    ...networkInterface.secondaryIpList,
    macAddress,
    publicIpOf(networkInterface, network),
    networkInterfaceDescription,
    ...placeTexts(networkInterface.subnetNo, network),
  ];
}

/** Whatever people may know a subnet by. */
export function placeTexts(subnetNo: string, network: Pick<Network, 'subnet' | 'vpc'>): (string | undefined)[] {
  const subnet = network.subnet(subnetNo);
  const vpc = subnet && network.vpc(subnet.vpcNo);
  return [subnetNo, subnet?.subnetName, subnet?.subnet, subnet?.zoneCode, vpc?.vpcName];
}

/** A server's public IP belongs to its default interface. */
export function publicIpOf(networkInterface: NetworkInterface, network: Pick<Network, 'serverOf'>): string | undefined {
  return networkInterface.isDefault ? network.serverOf(networkInterface)?.publicIp : undefined;
}
