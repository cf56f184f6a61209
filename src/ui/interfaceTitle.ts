import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';

/** How people know an interface: its server, with the device when it is not the server's default interface; else its own name. */
export function interfaceTitle(networkInterface: NetworkInterface, network: Pick<Network, 'serverOf'>): string {
  const server = network.serverOf(networkInterface);
  if (!server) return networkInterface.networkInterfaceName;
  const { isDefault, deviceName } = networkInterface;
  return isDefault || deviceName === undefined ? server.serverName : `${server.serverName} · ${deviceName}`;
}
