import { l10n } from 'vscode';
import type { CommandId } from '../contributions';
import { compareAddresses } from '../model/address';
import type { Network } from '../model/network';
import { displayText } from '../words/filterText';
import type { Now, Region } from './drawing';
import { gapNodes } from './gapNodes';
import { interfaceNode } from './interfaceNode';
import type { TreeNode } from './node';
import { noteNode } from './noteNode';
import { problemNode } from './problemNode';
import { serverNode } from './serverNode';
import { subnetNode } from './subnetNode';
import { vpcNode } from './vpcNode';
import { interfaceCount } from '../words/countText';
import { momentText } from '../words/timeText';

/** What stands under a region: what went wrong, what is missing and why, then the network as the display options ask for it. */
export function regionContent(region: Region, parent: TreeNode | undefined): readonly TreeNode[] {
  const { state, drawing } = region;
  const problems = state.kind === 'failed' ? [problemNode(region, parent, state.error)] : [];
  if (!drawing) return problems;
  // Once nothing is known of the region any more its rows go; until then they are what they were.
  const now: Now = () => region.drawing ?? drawing;
  return [
    ...problems,
    ...previewNodes(region, now, parent),
    ...gapNodes(now, parent),
    ...(drawing.isFiltered ? [filterNode(now, parent)] : []),
    ...{ subnet: bySubnet, server: byServer, flat }[drawing.display.groupBy](now, parent),
  ];
}

/** That this is no reading: what it is, and that the real one is on its way. */
function previewNodes(region: Region, now: Now, parent: TreeNode | undefined): readonly TreeNode[] {
  if (!now().preview) return [];
  return [
    noteNode(now().scope, parent, 'preview', () => {
      const readAt = now().preview?.readAt;
      if (region.state.kind !== 'failed')
        return readAt === undefined
          ? { label: l10n.t('Loading network interfaces…'), detail: '', icon: 'loading~spin' }
          : { label: oldText(readAt), detail: l10n.t('loading again…'), icon: 'loading~spin' };
      return readAt === undefined
        ? { label: l10n.t('Network interfaces'), detail: l10n.t('could not be loaded') }
        : { label: oldText(readAt), detail: l10n.t('loading again failed') };
    }),
  ];
}

function oldText(readAt: number): string {
  return l10n.t('Old data: {0}', momentText(readAt));
}

function bySubnet(now: Now, parent: TreeNode | undefined): readonly TreeNode[] {
  const { network, isFiltered, isSubnetShown } = now();
  const vpcs = network.vpcs
    .filter(({ vpcNo }) => !isFiltered || network.subnets.some((s) => s.vpcNo === vpcNo && isSubnetShown(s.subnetNo)))
    .toSorted((a, b) => a.vpcName.localeCompare(b.vpcName));
  return [
    ...vpcs.map((vpc) => vpcNode(now, parent, vpc)),
    ...danglingSubnets(network)
      .filter(isSubnetShown)
      .map((subnetNo) => subnetNode(now, parent, subnetNo)),
  ];
}

function byServer(now: Now, parent: TreeNode | undefined): readonly TreeNode[] {
  const { network, isShown } = now();
  const shown = network.interfaces.filter(isShown);
  const groups = Map.groupBy(shown, (nic) => network.serverOf(nic));
  const servers = [...groups.keys()].filter((server) => server !== undefined);
  return [
    ...servers
      .toSorted((a, b) => a.serverName.localeCompare(b.serverName))
      .map((server) => serverNode(now, parent, server)),
    ...(groups.get(undefined) ?? [])
      .toSorted((a, b) => compareAddresses(a.ip, b.ip))
      .map((nic) => interfaceNode(now, parent, nic)),
  ];
}

function flat(now: Now, parent: TreeNode | undefined): readonly TreeNode[] {
  const { network, isShown } = now();
  return network.interfaces
    .filter(isShown)
    .toSorted((a, b) => compareAddresses(a.ip, b.ip))
    .map((nic) => interfaceNode(now, parent, nic));
}

/** Subnets whose VPC is not visible, and subnets known from interfaces only: nothing an account holds may disappear. */
function danglingSubnets(network: Network): readonly string[] {
  const known = new Set(
    network.subnets.filter(({ vpcNo }) => network.vpc(vpcNo) !== undefined).map(({ subnetNo }) => subnetNo),
  );
  const all = [...network.subnets, ...network.interfaces].map(({ subnetNo }) => subnetNo);
  return [...new Set(all)].filter((subnetNo) => !known.has(subnetNo)).sort();
}

/** Which filter is on and how much it lets through; Enter opens the question that changes it. */
function filterNode(now: Now, parent: TreeNode | undefined): TreeNode {
  return noteNode(now().scope, parent, 'filter', () => {
    const { scope, network, isShown, display } = now();
    const shown = network.interfaces.filter(isShown).length;
    const title = l10n.t('Filter and Group');
    const counts = l10n.t('{0} of {1}', shown, interfaceCount(network.interfaces.length));
    const command: CommandId = 'ncloudIp.filterAndGroup';
    return {
      label: l10n.t('Filter: {0}', displayText(display)),
      detail: `${counts} · ${l10n.t('{0} · press Enter', title)}`,
      command: { command, title, arguments: [{ profile: scope.profile.id }] },
    };
  });
}
