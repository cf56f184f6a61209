import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import { bareOrMarked, foreign } from './foreign';

/** What the tree calls an interface: `web-01/eth0`, else its own name; marked. Only the number tells it apart for certain. */
export function interfaceLabel(
  one: Pick<NetworkInterface, 'networkInterfaceName' | 'deviceName'> & { readonly serverName?: string | undefined },
): string {
  const { serverName, deviceName, networkInterfaceName } = one;
  return foreign(
    serverName === undefined ? networkInterfaceName : `${serverName}/${deviceName ?? networkInterfaceName}`,
  );
}

/** The {@link interfaceLabel} of an interface in its network. */
export function labelIn(network: Pick<Network, 'serverOf'>, one: NetworkInterface): string {
  const serverName = network.serverOf(one)?.serverName;
  return interfaceLabel({ ...one, serverName });
}

/** The columns of {@link interfaceRow}. */
export const interfaceColumns = ['interface', 'name', 'status', 'primary', 'secondary', 'subnet'] as const;

/** An interface as a row of a table. */
export function interfaceRow(network: Pick<Network, 'serverOf'>, one: NetworkInterface): readonly unknown[] {
  const { networkInterfaceNo, networkInterfaceStatus, ip, secondaryIpList, subnetNo } = one;
  // A service that breaks its own rule of five fills no answer.
  const secondary = secondaryIpList.slice(0, 20).map(bareOrMarked);
  return [
    bareOrMarked(networkInterfaceNo),
    labelIn(network, one),
    bareOrMarked(networkInterfaceStatus.code),
    bareOrMarked(ip),
    secondary,
    bareOrMarked(subnetNo),
  ];
}
