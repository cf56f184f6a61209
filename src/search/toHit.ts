import { dropAbsent } from '../model/dropAbsent';
import type { Network } from '../model/network';
import type { Hit } from './hit';
import type { Entry } from './shard';

/** Where and how an entry was found; `text` is what was found of it. */
type Found = Pick<Hit, 'scope' | 'field' | 'match'> & { readonly text?: string };

/** A found entry with everything its row in a list says, names joined from the network. */
export function toHit(entry: Entry, network: Network, { scope, field, match, text }: Found): Hit {
  const subnetNo = entry.kind === 'subnet' ? entry.subnet.subnetNo : entry.networkInterface.subnetNo;
  const subnet = network.subnet(subnetNo);
  const vpc = subnet && network.vpc(subnet.vpcNo);
  const found = {
    scope,
    field,
    match,
    subnetNo,
    ...(subnet && { subnetName: subnet.subnetName, cidr: subnet.subnet }),
    ...(vpc && { vpcName: vpc.vpcName }),
  };
  if (entry.kind === 'subnet') return { kind: 'subnet', ...found };

  const { networkInterfaceNo, networkInterfaceName, deviceName, ip, macAddress } = entry.networkInterface;
  const server = network.serverOf(entry.networkInterface);
  const owner = dropAbsent({
    ...found,
    networkInterfaceNo,
    networkInterfaceName,
    deviceName,
    serverName: server?.serverName,
    hasNamesake: network.hasNamesake(networkInterfaceNo) ? (true as const) : undefined,
  });
  if (entry.kind === 'address') return { kind: 'address', ...owner, address: entry.address, role: entry.role };
  return dropAbsent({ kind: 'interface' as const, ...owner, ip, macAddress, text });
}
