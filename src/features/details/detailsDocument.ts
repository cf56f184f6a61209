import { l10n } from 'vscode';
import { namedGroups, type AccessControlGroup } from '../../model/accessControlGroup';
import { compareAddresses } from '../../model/address';
import { publicIpOf } from '../../model/interfaceTexts';
import type { Network } from '../../model/network';
import { maxSecondaryIps, type NetworkInterface } from '../../model/networkInterface';
import { seenAddresses } from '../../model/seenAddresses';
import type { Server } from '../../model/server';
import type { Subnet } from '../../model/subnet';
import { plain } from '../../text/plain';
import { noLinks, type LinkThing } from '../../words/documentLinks';
import { factList, type Fact, type Markdown } from '../../words/factList';
import { interfaceTitle } from '../../words/interfaceTitle';
import { placeFacts, serverFacts, subnetFacts, unlistedText } from '../../words/facts';
import { statusText } from '../../words/statusText';

/** An interface as Markdown: where it is, what it holds, its ACGs, flow log and public IP, and the `changes` of the history. */
export function interfaceDetails(
  networkInterface: NetworkInterface,
  network: Network,
  groups: readonly AccessControlGroup[],
  link: LinkThing = noLinks,
  changes: readonly Markdown[] = [],
): string {
  const server = network.serverOf(networkInterface);
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
    ...placeFacts(networkInterface.subnetNo, network, link),
    [l10n.t('Primary IP'), networkInterface.ip],
    [
      l10n.t('Secondary IPs'),
      `${networkInterface.secondaryIpList.length}/${maxSecondaryIps} ${networkInterface.secondaryIpList.join(', ')}`.trim(),
    ],
    [l10n.t('Public IP'), publicIpOf(networkInterface, network)],
    [l10n.t('MAC address'), networkInterface.macAddress],
    [l10n.t('ACG'), namedGroups(networkInterface.accessControlGroupNoList, groups)],
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
  const seen = seenAddresses(network, subnet.subnetNo);
  const facts = subnetFacts(subnet, network, link);
  const held = [...seen].sort(compareAddresses).map((address): Fact => {
    const holder = network.holder(subnet.subnetNo, address);
    const role = holder?.role === 'primary' ? l10n.t('primary') : l10n.t('secondary');
    if (!holder) return [address, undefined];
    const { networkInterface } = holder;
    const title = interfaceTitle(networkInterface, network);
    const { markdown } = link('interface', networkInterface.networkInterfaceNo, title);
    return [address, { markdown: `${markdown} · ${plain(role)}` }];
  });
  return `# ${plain(subnet.subnetName)}\n\n${factList(facts)}\n\n## ${l10n.t('Addresses seen in use')}\n\n${factList(held)}\n\n${unlistedText()}\n`;
}

/** A server as Markdown, with its interfaces. */
export function serverDetails(server: Server, network: Network, link: LinkThing = noLinks): string {
  const facts = serverFacts(server, network, link);
  return `# ${plain(server.serverName)}\n\n${factList(facts)}\n`;
}

function flowLogText({ enableFlowLog }: NetworkInterface): string | undefined {
  if (enableFlowLog === undefined) return undefined;
  return enableFlowLog ? l10n.t('on') : l10n.t('off');
}
