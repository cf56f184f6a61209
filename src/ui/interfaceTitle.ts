import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';

/** How people know an interface: its server and device, else its own name. */
export function interfaceTitle(networkInterface: NetworkInterface, network: Pick<Network, 'serverOf'>): string {
  const server = network.serverOf(networkInterface);
  if (!server) return networkInterface.networkInterfaceName;
  return networkInterface.deviceName ? `${server.serverName} · ${networkInterface.deviceName}` : server.serverName;
}
