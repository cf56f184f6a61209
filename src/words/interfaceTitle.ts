import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import { shownName } from './shownName';

/** What an interface is named by, in a network as well as in a plan of long ago. */
export interface NamedInterface {
  readonly networkInterfaceNo: string;
  readonly networkInterfaceName: string;
  /** Of the server it is attached to, when that can be seen. */
  readonly serverName?: string | undefined;
  readonly deviceName?: string | undefined;
  /** Another one has the same name. */
  readonly hasNamesake?: boolean;
}

/**
 * The one name of an interface, everywhere: `web-01/eth0`, its server and device, where it is attached to a server that can
 * be seen, else its own name; the number follows only where two would look alike: `web-01/eth0 (701236)`.
 */
export function interfaceName(one: NamedInterface): string {
  const { networkInterfaceNo, networkInterfaceName, serverName, deviceName, hasNamesake } = one;
  const own = shownName(networkInterfaceName);
  const name =
    serverName === undefined
      ? own
      : `${shownName(serverName)}/${deviceName === undefined ? own : shownName(deviceName)}`;
  return hasNamesake ? `${name} (${shownName(networkInterfaceNo)})` : name;
}

/** The {@link interfaceName} of an interface in its network. */
export function interfaceTitle(
  networkInterface: NetworkInterface,
  network: Pick<Network, 'serverOf' | 'hasNamesake'>,
): string {
  const serverName = network.serverOf(networkInterface)?.serverName;
  const hasNamesake = network.hasNamesake(networkInterface.networkInterfaceNo);
  return interfaceName({ ...networkInterface, hasNamesake, serverName });
}
