import { createNetwork, type Network } from '../model/network';

/**
 * The part of networks in these subnets, ready to be searched: what is outside is not there. The same network gives the
 * same part, so that an index knows it again.
 */
export function createNarrowing(isIn: (subnetNo: string, network: Network) => boolean): (network: Network) => Network {
  const parts = new WeakMap<Network, Network>();
  return (network) => {
    const known = parts.get(network);
    if (known) return known;
    const isInside = ({ subnetNo }: { readonly subnetNo: string }): boolean => isIn(subnetNo, network);
    const { subnets, interfaces } = network;
    const part = createNetwork({
      ...network,
      subnets: subnets.filter(isInside),
      interfaces: interfaces.filter(isInside),
    });
    parts.set(network, part);
    return part;
  };
}
