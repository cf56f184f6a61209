import { l10n } from 'vscode';
import type { Network } from '../model/network';
import { seenAddresses } from '../model/seenAddresses';
import type { Server } from '../model/server';
import type { Subnet } from '../model/subnet';
import type { Vpc } from '../model/vpc';
import type { NameThing } from './documentLinks';
import { interfaceTitle } from './interfaceTitle';
import { serverStatusText } from './statusText';
import { reachText, usageText } from './subnetText';

/** A fact whose names of other things are words, or links to them, as `name` makes them. */
type NamedFact<T> = readonly [name: string | T, value: string | T | undefined];

/** What there is to say of a VPC, in its details as in its hover. */
export function vpcFacts({ vpcNo, ipv4CidrBlock, vpcType }: Vpc, network: Network): NamedFact<never>[] {
  return [
    [l10n.t('Number'), vpcNo],
    [l10n.t('IP range'), ipv4CidrBlock],
    [l10n.t('Type'), vpcType?.codeName ?? vpcType?.code],
    [l10n.t('Region'), network.regionCode],
  ];
}

/** What there is to say of a subnet. */
export function subnetFacts<T>(subnet: Subnet, network: Network, name: NameThing<T>): NamedFact<T>[] {
  const range = network.range(subnet.subnetNo);
  const seen = seenAddresses(network, subnet.subnetNo).size;
  return [
    [l10n.t('Number'), subnet.subnetNo],
    [l10n.t('IP range'), subnet.subnet],
    [l10n.t('VPC'), vpcOf(subnet, network, name)],
    [l10n.t('Zone'), subnet.zoneCode],
    [l10n.t('Type'), [reachText(subnet), usageText(subnet)].filter(Boolean).join(', ') || undefined],
    [l10n.t('Usable'), range && `${range.firstUsable} – ${range.lastUsable} (${range.usableCount})`],
    [l10n.t('Seen in use'), range ? usageOf(seen, range.usableCount) : String(seen)],
  ];
}

/** What there is to say of a server, its interfaces included. */
export function serverFacts<T>(server: Server, network: Network, name: NameThing<T>): NamedFact<T>[] {
  const interfaces = network.interfacesOfServer(server.serverInstanceNo);
  return [
    [l10n.t('Number'), server.serverInstanceNo],
    [l10n.t('Status'), serverStatusText(server)],
    [l10n.t('Zone'), server.zoneCode],
    [l10n.t('Public IP'), server.publicIp],
    [l10n.t('Platform'), server.platformType?.codeName],
    [l10n.t('Hypervisor'), server.hypervisorType?.code],
    ...interfaces.map((nic): NamedFact<T> => [
      name('interface', nic.networkInterfaceNo, interfaceTitle(nic, network)),
      [nic.ip, ...nic.secondaryIpList].join(', '),
    ]),
  ];
}

/** Where something in a subnet is; the subnet's number alone when nothing else was read of it. */
export function placeFacts<T>(subnetNo: string, network: Network, name: NameThing<T>): NamedFact<T>[] {
  const subnet = network.subnet(subnetNo);
  return [
    [l10n.t('VPC'), subnet && network.vpc(subnet.vpcNo) ? vpcOf(subnet, network, name) : undefined],
    [
      l10n.t('Subnet'),
      subnet
        ? name('subnet', subnetNo, subnet.subnetName, `${subnet.subnetName} (${subnetNo}) ${subnet.subnet}`)
        : subnetNo,
    ],
    [l10n.t('Zone'), subnet?.zoneCode],
  ];
}

/** Why what is not listed is not called free. */
export function unlistedText(): string {
  return l10n.t('Addresses used by managed services may not be listed.');
}

function usageOf(seen: number, usable: number): string {
  return [l10n.t('{0} of {1}', seen, usable), ...(seen >= usable ? [l10n.t('full')] : [])].join(', ');
}

function vpcOf<T>({ vpcNo }: Subnet, network: Network, name: NameThing<T>): string | T {
  const vpc = network.vpc(vpcNo);
  return vpc ? name('vpc', vpcNo, vpc.vpcName, `${vpc.vpcName} (${vpcNo}) ${vpc.ipv4CidrBlock}`) : vpcNo;
}
