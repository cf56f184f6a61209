import type { Network } from './network';

/** Distinct addresses of a subnet that some interface in the list holds. Managed services may hold more. */
export function seenAddresses(network: Pick<Network, 'interfacesOf'>, subnetNo: string): ReadonlySet<string> {
  return new Set(network.interfacesOf(subnetNo).flatMap(({ ip, secondaryIpList }) => [ip, ...secondaryIpList]));
}
