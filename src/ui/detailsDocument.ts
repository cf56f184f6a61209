import { l10n } from 'vscode';
import type { AccessControlGroup } from '../model/accessControlGroup';
import { compareAddresses } from '../model/address';
import type { Network } from '../model/network';
import { maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import { seenAddresses } from '../model/seenAddresses';
import type { Server } from '../model/server';
import type { Subnet } from '../model/subnet';
import type { Vpc } from '../model/vpc';
import { plain } from '../text/plain';
import { noLinks, type LinkThing } from './documentLinks';
import { factList, type Fact, type Markdown } from './factList';
import { interfaceTitle } from './interfaceTitle';
import { serverStatusText } from './serverStatusText';
import { statusText } from './statusText';
import { reachText, usageText } from './subnetText';

/** An interface as Markdown: where it is, what it holds, its ACGs, flow log and public IP, and the `changes` of the history. */
export function interfaceDetails(
  networkInterface: NetworkInterface,
  network: Network,
  groups: readonly AccessControlGroup[],
  link: LinkThing = noLinks,
  changes: readonly Markdown[] = [],
): string {
  const subnet = network.subnet(networkInterface.subnetNo);
  const vpc = subnet && network.vpc(subnet.vpcNo);
  const server = network.serverOf(networkInterface);
  const groupNames = networkInterface.accessControlGroupNoList.map((no) => {
    const group = groups.find(({ accessControlGroupNo }) => accessControlGroupNo === no);
    return group ? `${group.accessControlGroupName} (${no})` : no;
  });
  const facts: Fact[] = [
    [l10n.t('Number'), networkInterface.networkInterfaceNo],
    [l10n.t('Name'), networkInterface.networkInterfaceName],
    [l10n.t('Description'), networkInterface.networkInterfaceDescription],
    [l10n.t('Status'), statusText(networkInterface)],
    [
      l10n.t('Server'),
      server
        ? link(
            'server',
            server.serverInstanceNo,
            server.serverName,
            `${server.serverName} (${server.serverInstanceNo})`,
          )
        : networkInterface.instanceNo,
    ],
    [l10n.t('Instance type'), networkInterface.instanceType?.codeName ?? networkInterface.instanceType?.code],
    [l10n.t('Device'), networkInterface.deviceName],
    [l10n.t('Default interface'), networkInterface.isDefault ? l10n.t('yes') : l10n.t('no')],
    [l10n.t('VPC'), vpc && vpcLink(vpc, link)],
    [
      l10n.t('Subnet'),
      subnet
        ? link(
            'subnet',
            subnet.subnetNo,
            subnet.subnetName,
            `${subnet.subnetName} (${subnet.subnetNo}) ${subnet.subnet}`,
          )
        : networkInterface.subnetNo,
    ],
    [l10n.t('Zone'), subnet?.zoneCode],
    [l10n.t('Primary address'), networkInterface.ip],
    [
      l10n.t('Secondary IPs'),
      `${networkInterface.secondaryIpList.length}/${maxSecondaryIps} ${networkInterface.secondaryIpList.join(', ')}`.trim(),
    ],
    [l10n.t('Public IP'), networkInterface.isDefault ? server?.publicIp : undefined],
    [l10n.t('MAC address'), networkInterface.macAddress],
    [l10n.t('ACG'), groupNames.join(', ') || undefined],
    [l10n.t('Flow log'), flowLogText(networkInterface)],
    [l10n.t('Deleted with the server'), networkInterface.deleteOnTermination ? l10n.t('yes') : l10n.t('no')],
  ];
  const history = changes.map(({ markdown }) => `- ${markdown}`).join('\n');
  const parts = [`# ${plain(interfaceTitle(networkInterface, network))}`, factList(facts)];
  if (history) parts.push(`## ${l10n.t('History')}`, history);
  return `${parts.join('\n\n')}\n`;
}

/** A subnet as Markdown: its range and every address seen in it. */
export function subnetDetails(subnet: Subnet, network: Network, link: LinkThing = noLinks): string {
  const range = network.range(subnet.subnetNo);
  const vpc = network.vpc(subnet.vpcNo);
  const seen = seenAddresses(network, subnet.subnetNo);
  const facts: Fact[] = [
    [l10n.t('Number'), subnet.subnetNo],
    [l10n.t('Range'), subnet.subnet],
    [l10n.t('VPC'), vpc ? vpcLink(vpc, link) : subnet.vpcNo],
    [l10n.t('Zone'), subnet.zoneCode],
    [l10n.t('Type'), [reachText(subnet), usageText(subnet)].filter(Boolean).join(', ') || undefined],
    [l10n.t('Usable'), range && `${range.firstUsable} – ${range.lastUsable} (${range.usableCount})`],
    [l10n.t('Seen in use'), range ? l10n.t('{0} of {1}', seen.size, range.usableCount) : String(seen.size)],
  ];
  const held = [...seen].sort(compareAddresses).map((address): Fact => {
    const holder = network.holder(subnet.subnetNo, address);
    const role = holder?.role === 'primary' ? l10n.t('primary') : l10n.t('secondary');
    if (!holder) return [address, undefined];
    const { networkInterface } = holder;
    const title = interfaceTitle(networkInterface, network);
    const { markdown } = link('interface', networkInterface.networkInterfaceNo, title);
    return [address, { markdown: `${markdown} · ${plain(role)}` }];
  });
  const note = l10n.t('Addresses held by managed services may not be listed.');
  return `# ${plain(subnet.subnetName)}\n\n${factList(facts)}\n\n## ${l10n.t('Addresses seen')}\n\n${factList(held)}\n\n${note}\n`;
}

/** A server as Markdown, with its interfaces. */
export function serverDetails(server: Server, network: Network, link: LinkThing = noLinks): string {
  const interfaces = network.interfaces.filter(({ instanceNo }) => instanceNo === server.serverInstanceNo);
  const facts: Fact[] = [
    [l10n.t('Number'), server.serverInstanceNo],
    [l10n.t('Status'), serverStatusText(server)],
    [l10n.t('Zone'), server.zoneCode],
    [l10n.t('Public IP'), server.publicIp],
    [l10n.t('Platform'), server.platformType?.codeName],
    [l10n.t('Hypervisor'), server.hypervisorType?.code],
    ...interfaces.map((nic): Fact => [
      link(
        'interface',
        nic.networkInterfaceNo,
        interfaceTitle(nic, network),
        nic.deviceName ?? nic.networkInterfaceName,
      ),
      [nic.ip, ...nic.secondaryIpList].join(', '),
    ]),
  ];
  return `# ${plain(server.serverName)}\n\n${factList(facts)}\n`;
}

function vpcLink({ vpcNo, vpcName, ipv4CidrBlock }: Vpc, link: LinkThing): Markdown {
  return link('vpc', vpcNo, vpcName, `${vpcName} (${vpcNo}) ${ipv4CidrBlock}`);
}

function flowLogText({ enableFlowLog }: NetworkInterface): string | undefined {
  if (enableFlowLog === undefined) return undefined;
  return enableFlowLog ? l10n.t('on') : l10n.t('off');
}
