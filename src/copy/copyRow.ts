import { namedGroups, type AccessControlGroup } from '../model/accessControlGroup';
import { publicIpOf } from '../model/interfaceTexts';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';

/** What somebody selected; the nodes of the tree fit. */
export type CopySelection =
  | { readonly kind: 'region' }
  | { readonly kind: 'vpc'; readonly vpcNo: string }
  | { readonly kind: 'subnet'; readonly subnetNo: string }
  | { readonly kind: 'server'; readonly serverInstanceNo: string }
  | { readonly kind: 'interface'; readonly networkInterfaceNo: string }
  | { readonly kind: 'address'; readonly networkInterfaceNo: string; readonly address: string };

/** One address with everything around it: the row of every table. Empty text stands for what is not there. */
export interface CopyRow {
  readonly region: string;
  readonly vpc: string;
  readonly subnet: string;
  readonly range: string;
  readonly interface: string;
  readonly name: string;
  readonly server: string;
  readonly device: string;
  /** The code: SET, UNSET, USED or NOTUSED. */
  readonly status: string;
  readonly mac: string;
  /** Of the interface: the service has it lead to the primary address. */
  readonly publicIp: string;
  /** Numbers, with names where they were read. */
  readonly acg: string;
  readonly role: 'primary' | 'secondary';
  readonly address: string;
}

/** The columns of tables, in order. They are field names for machines as well as people, so they are not translated. */
export const copyColumns = [
  'region',
  'vpc',
  'subnet',
  'range',
  'interface',
  'name',
  'server',
  'device',
  'status',
  'mac',
  'publicIp',
  'acg',
  'role',
  'address',
] as const satisfies readonly (keyof CopyRow)[];

/**
 * Rows of a selection in its order, each address once. An interface, server, subnet, VPC or region stands for all of its
 * addresses. `groups` give ACGs their names.
 */
export function copyRows(
  selection: readonly CopySelection[],
  network: Network,
  groups: readonly AccessControlGroup[] = [],
): CopyRow[] {
  const rows = selection
    .flatMap((selected) => interfacesOf(selected, network))
    .flatMap(({ networkInterface, address }) =>
      addressesOf(networkInterface, network, groups).filter((row) => address === undefined || row.address === address),
    );
  return [...new Map(rows.map((row) => [`${row.interface} ${row.address}`, row])).values()];
}

/** The interfaces of what was selected; `address`: that one alone. */
interface Selected {
  readonly networkInterface: NetworkInterface;
  readonly address?: string;
}

function interfacesOf(selected: CopySelection, network: Network): Selected[] {
  const whole = (interfaces: readonly NetworkInterface[]): Selected[] =>
    interfaces.map((networkInterface) => ({ networkInterface }));
  switch (selected.kind) {
    case 'region':
      return whole(network.interfaces);
    case 'vpc':
      return network.subnets
        .filter(({ vpcNo }) => vpcNo === selected.vpcNo)
        .flatMap(({ subnetNo }) => whole(network.interfacesOf(subnetNo)));
    case 'subnet':
      return whole(network.interfacesOf(selected.subnetNo));
    case 'server':
      return whole(network.interfaces.filter(({ instanceNo }) => instanceNo === selected.serverInstanceNo));
    case 'interface':
    case 'address': {
      const networkInterface = network.interface(selected.networkInterfaceNo);
      if (!networkInterface) return [];
      return [{ networkInterface, ...(selected.kind === 'address' && { address: selected.address }) }];
    }
  }
}

function addressesOf(
  networkInterface: NetworkInterface,
  network: Network,
  groups: readonly AccessControlGroup[],
): CopyRow[] {
  const { networkInterfaceNo, networkInterfaceName, deviceName, macAddress, subnetNo, ip, secondaryIpList } =
    networkInterface;
  const subnet = network.subnet(subnetNo);
  const vpc = subnet && network.vpc(subnet.vpcNo);
  const common = {
    region: network.regionCode,
    vpc: vpc?.vpcName ?? subnet?.vpcNo ?? '',
    subnet: subnet?.subnetName ?? subnetNo,
    range: subnet?.subnet ?? '',
    interface: networkInterfaceNo,
    name: networkInterfaceName,
    server: network.serverOf(networkInterface)?.serverName ?? '',
    device: deviceName ?? '',
    status: networkInterface.networkInterfaceStatus.code,
    mac: macAddress ?? '',
    publicIp: publicIpOf(networkInterface, network) ?? '',
    acg: namedGroups(networkInterface.accessControlGroupNoList, groups),
  };
  return [
    { ...common, role: 'primary', address: ip },
    ...secondaryIpList.map((address) => ({ ...common, role: 'secondary' as const, address })),
  ];
}
