import { l10n } from 'vscode';
import type { Network } from '../model/network';
import { seenAddresses } from '../model/seenAddresses';
import type { Server } from '../model/server';
import type { Subnet } from '../model/subnet';
import type { Vpc } from '../model/vpc';
import type { TextFact } from './factList';
import { serverStatusText } from './serverStatusText';
import { reachText, usageText } from './subnetText';

/** What there is to say of a VPC, in its details as in its hover. */
export function vpcFacts({ vpcNo, ipv4CidrBlock, vpcType }: Vpc, network: Network): TextFact[] {
  return [
    [l10n.t('Number'), vpcNo],
    [l10n.t('Range'), ipv4CidrBlock],
    [l10n.t('Type'), vpcType?.codeName ?? vpcType?.code],
    [l10n.t('Region'), network.regionCode],
  ];
}

/** What there is to say of a subnet. */
export function subnetFacts(subnet: Subnet, network: Network): TextFact[] {
  const range = network.range(subnet.subnetNo);
  const seen = seenAddresses(network, subnet.subnetNo).size;
  return [
    [l10n.t('Number'), subnet.subnetNo],
    [l10n.t('Range'), subnet.subnet],
    [l10n.t('VPC'), vpcName(subnet, network)],
    [l10n.t('Zone'), subnet.zoneCode],
    [l10n.t('Type'), [reachText(subnet), usageText(subnet)].filter(Boolean).join(', ') || undefined],
    [l10n.t('Usable'), range && `${range.firstUsable} – ${range.lastUsable} (${range.usableCount})`],
    [l10n.t('Seen in use'), range ? usageOf(seen, range.usableCount) : String(seen)],
  ];
}

/** What there is to say of a server, its interfaces included. */
export function serverFacts(server: Server, network: Network): TextFact[] {
  const interfaces = network.interfaces.filter(({ instanceNo }) => instanceNo === server.serverInstanceNo);
  return [
    [l10n.t('Number'), server.serverInstanceNo],
    [l10n.t('Status'), serverStatusText(server)],
    [l10n.t('Zone'), server.zoneCode],
    [l10n.t('Public IP'), server.publicIp],
    [l10n.t('Platform'), server.platformType?.codeName],
    [l10n.t('Hypervisor'), server.hypervisorType?.code],
    ...interfaces.map((nic): TextFact => [
      nic.deviceName ?? nic.networkInterfaceName,
      [nic.ip, ...nic.secondaryIpList].join(', '),
    ]),
  ];
}

/** Where something in a subnet is; the subnet's number alone when nothing else was read of it. */
export function placeFacts(subnetNo: string, network: Network): TextFact[] {
  const subnet = network.subnet(subnetNo);
  return [
    [l10n.t('VPC'), subnet && network.vpc(subnet.vpcNo) ? vpcName(subnet, network) : undefined],
    [l10n.t('Subnet'), subnet ? `${subnet.subnetName} (${subnetNo}) ${subnet.subnet}` : subnetNo],
    [l10n.t('Zone'), subnet?.zoneCode],
  ];
}

/** Why what is not listed is not called free. */
export function unlistedText(): string {
  return l10n.t('Addresses held by managed services may not be listed.');
}

function usageOf(seen: number, usable: number): string {
  return [l10n.t('{0} of {1}', seen, usable), ...(seen >= usable ? [l10n.t('full')] : [])].join(', ');
}

function vpcName({ vpcNo }: Subnet, network: Network): string {
  const vpc = network.vpc(vpcNo);
  return vpc ? `${vpc.vpcName} (${vpcNo}) ${vpc.ipv4CidrBlock}` : vpcNo;
}
