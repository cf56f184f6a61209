import type { AccessControlGroup } from '../../model/accessControlGroup';
import { dropAbsent } from '../../model/dropAbsent';
import type { Network } from '../../model/network';
import type { NetworkInterface } from '../../model/networkInterface';
import { seenAddresses } from '../../model/seenAddresses';
import type { Server } from '../../model/server';
import type { Subnet } from '../../model/subnet';
import type { Vpc } from '../../model/vpc';

/**
 * An interface as JSON: its fields as getNetworkInterfaceList spells them, and whole beside them what it is joined with.
 * Of its ACGs those that were read; the numbers of all stand in `accessControlGroupNoList`.
 */
export function interfaceJson(
  networkInterface: NetworkInterface,
  network: Network,
  groups: readonly AccessControlGroup[],
): string {
  const subnet = network.subnet(networkInterface.subnetNo);
  const held = groups.filter(({ accessControlGroupNo }) =>
    networkInterface.accessControlGroupNoList.includes(accessControlGroupNo),
  );
  return json(network, {
    ...networkInterface,
    accessControlGroupList: held.length > 0 ? held : undefined,
    server: network.serverOf(networkInterface),
    subnet,
    vpc: subnet && network.vpc(subnet.vpcNo),
  });
}

/** A subnet as JSON: its fields as getSubnetList spells them, its usable range, its VPC and the interfaces in it. */
export function subnetJson(subnet: Subnet, network: Network): string {
  const range = network.range(subnet.subnetNo);
  return json(network, {
    ...subnet,
    usable: range && { first: range.firstUsable, last: range.lastUsable, count: range.usableCount },
    seenInUse: seenAddresses(network, subnet.subnetNo).size,
    vpc: network.vpc(subnet.vpcNo),
    networkInterfaceList: network.interfacesOf(subnet.subnetNo),
  });
}

/** A server as JSON: its fields as getServerInstanceList spells them, and its interfaces. */
export function serverJson(server: Server, network: Network): string {
  const networkInterfaceList = network.interfaces.filter(({ instanceNo }) => instanceNo === server.serverInstanceNo);
  return json(network, { ...server, networkInterfaceList });
}

/** A VPC as JSON: its fields as getVpcList spells them, and its subnets. */
export function vpcJson(vpc: Vpc, network: Network): string {
  return json(network, { ...vpc, subnetList: network.subnets.filter(({ vpcNo }) => vpcNo === vpc.vpcNo) });
}

/** A region as JSON: everything that was read of it. */
export function regionJson(_name: string, network: Network): string {
  const { vpcs, subnets, servers, interfaces } = network;
  return json(network, {
    vpcList: vpcs,
    subnetList: subnets,
    serverInstanceList: servers,
    networkInterfaceList: interfaces,
  });
}

/** What is not known is left out. */
function json({ regionCode }: Pick<Network, 'regionCode'>, facts: object): string {
  return `${JSON.stringify({ regionCode, ...dropAbsent(facts) }, undefined, 2)}\n`;
}
