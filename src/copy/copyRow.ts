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
  'role',
  'address',
] as const satisfies readonly (keyof CopyRow)[];

/** Rows of a selection in its order, each address once. An interface, server, subnet, VPC or region stands for all of its addresses. */
export function copyRows(selection: readonly CopySelection[], network: Network): CopyRow[] {
  const rows = selection.flatMap((selected) => rowsOf(selected, network));
  return [...new Map(rows.map((row) => [`${row.interface} ${row.address}`, row])).values()];
}

function rowsOf(selected: CopySelection, network: Network): CopyRow[] {
  switch (selected.kind) {
    case 'region':
      return network.interfaces.flatMap((one) => addressesOf(one, network));
    case 'vpc':
      return network.subnets
        .filter(({ vpcNo }) => vpcNo === selected.vpcNo)
        .flatMap(({ subnetNo }) => rowsOf({ kind: 'subnet', subnetNo }, network));
    case 'subnet':
      return network.interfacesOf(selected.subnetNo).flatMap((one) => addressesOf(one, network));
    case 'server':
      return network.interfaces
        .filter(({ instanceNo }) => instanceNo === selected.serverInstanceNo)
        .flatMap((one) => addressesOf(one, network));
    case 'interface':
    case 'address': {
      const networkInterface = network.interface(selected.networkInterfaceNo);
      const rows = networkInterface ? addressesOf(networkInterface, network) : [];
      return selected.kind === 'interface' ? rows : rows.filter(({ address }) => address === selected.address);
    }
  }
}

function addressesOf(networkInterface: NetworkInterface, network: Network): CopyRow[] {
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
  };
  return [
    { ...common, role: 'primary', address: ip },
    ...secondaryIpList.map((address) => ({ ...common, role: 'secondary' as const, address })),
  ];
}
