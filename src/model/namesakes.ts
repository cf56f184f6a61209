import type { NetworkInterface } from './networkInterface';
import type { Server } from './server';

/**
 * Numbers of the interfaces that another one would look like: by the server's name and the device where the server can be
 * seen, else by the interface's own name. Servers and interfaces of different VPCs may have the same names.
 */
export function findNamesakes(
  interfaces: readonly NetworkInterface[],
  serverOf: (networkInterface: NetworkInterface) => Pick<Server, 'serverName'> | undefined,
): ReadonlySet<string> {
  const first = new Map<string, string>();
  const namesakes = new Set<string>();
  for (const networkInterface of interfaces) {
    const { networkInterfaceNo, networkInterfaceName, deviceName } = networkInterface;
    const server = serverOf(networkInterface);
    const name = server ? `${server.serverName}/${deviceName ?? networkInterfaceName}` : networkInterfaceName;
    const other = first.get(name);
    if (other === undefined) first.set(name, networkInterfaceNo);
    else namesakes.add(other).add(networkInterfaceNo);
  }
  return namesakes;
}
