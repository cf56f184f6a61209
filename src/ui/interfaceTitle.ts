import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import { shownName } from './shownName';

/** How people know an interface: its server, with the device when it is not the server's default interface; else its own name. */
export function interfaceTitle(networkInterface: NetworkInterface, network: Pick<Network, 'serverOf'>): string {
  const server = network.serverOf(networkInterface);
  if (!server) return shownName(networkInterface.networkInterfaceName);
  const { isDefault, deviceName } = networkInterface;
  const name = shownName(server.serverName);
  return isDefault || deviceName === undefined ? name : `${name} · ${shownName(deviceName)}`;
}
