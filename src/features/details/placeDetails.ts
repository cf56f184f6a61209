import { l10n } from 'vscode';
import { compareAddresses } from '../../model/address';
import type { Network } from '../../model/network';
import { seenAddresses } from '../../model/seenAddresses';
import type { Subnet } from '../../model/subnet';
import type { Vpc } from '../../model/vpc';
import { plain } from '../../text/plain';
import { noLinks, type LinkThing } from '../../words/documentLinks';
import { factList, type Fact } from '../../words/factList';
import { vpcFacts } from '../../words/facts';

/** A VPC as Markdown: its range and its subnets with what is seen in use of each. */
export function vpcDetails(vpc: Vpc, network: Network, link: LinkThing = noLinks): string {
  const facts = vpcFacts(vpc, network);
  const subnets = network.subnets.filter(({ vpcNo }) => vpcNo === vpc.vpcNo);
  return `# ${plain(vpc.vpcName)}\n\n${factList(facts)}\n\n${subnetList(subnets, network, link)}`;
}

/** A region as Markdown: how much there is of everything, and its VPCs with their subnets. */
export function regionDetails(name: string, network: Network, link: LinkThing = noLinks): string {
  const { regionCode, vpcs, subnets, servers, interfaces } = network;
  const addresses = interfaces.reduce((sum, { secondaryIpList }) => sum + secondaryIpList.length, 0);
  const facts: Fact[] = [
    [l10n.t('Region'), regionCode],
    [l10n.t('VPCs'), String(vpcs.length)],
    [l10n.t('Subnets'), String(subnets.length)],
    [l10n.t('Servers'), String(servers.length)],
    [l10n.t('Network interfaces'), String(interfaces.length)],
    [l10n.t('Secondary IPs'), String(addresses)],
  ];
  const parts = vpcs
    .toSorted((a, b) => a.vpcName.localeCompare(b.vpcName))
    .map(({ vpcNo, vpcName, ipv4CidrBlock }) => {
      const own = subnets.filter((subnet) => subnet.vpcNo === vpcNo);
      return `## ${link('vpc', vpcNo, vpcName, `${vpcName} ${ipv4CidrBlock}`).markdown}\n\n${subnetList(own, network, link)}`;
    });
  return [`# ${plain(name)}`, `${factList(facts)}\n`, ...parts].join('\n\n');
}

function subnetList(subnets: readonly Subnet[], network: Network, link: LinkThing): string {
  const firstOf = ({ subnet }: Subnet): string => subnet.split('/')[0] ?? '';
  const rows = subnets
    .toSorted((a, b) => compareAddresses(firstOf(a), firstOf(b)))
    .map(({ subnetNo, subnetName, subnet }): Fact => {
      const range = network.range(subnetNo);
      const seen = seenAddresses(network, subnetNo).size;
      return [
        link('subnet', subnetNo, subnetName),
        [subnet, range && l10n.t('{0}/{1} seen in use', seen, range.usableCount)].filter(Boolean).join(' · '),
      ];
    });
  return rows.length === 0 ? '' : `${factList(rows)}\n`;
}
