import { l10n } from 'vscode';
import type { CommandId } from '../contributions';
import { compareAddresses } from '../model/address';
import { passesFilters } from '../model/interfaceFilter';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import type { TextMatches } from '../model/textFilter';
import { isFiltered, type Look } from '../session/lookStore';
import type { NetworkState, Reading, Scope } from '../session/networkStore';
import { lookText } from '../words/filterText';
import type { Drawing, Marks } from './drawing';
import { gapNodes } from './gapNodes';
import { interfaceNode } from './interfaceNode';
import type { Subject, TreeNode } from './node';
import { noteNode } from './noteNode';
import { problemNode } from './problemNode';
import { serverNode } from './serverNode';
import { subnetNode } from './subnetNode';
import { vpcNode } from './vpcNode';
import { interfaceCount } from '../words/countText';

/** What a look shows of a network. */
export interface Wanted {
  readonly look: Look;
  /** What the look's text leaves. */
  readonly found?: TextMatches | undefined;
  /** Shown in spite of the filter. */
  readonly exempt?: Subject | undefined;
}

/** What stands under a region: what went wrong, what is missing and why, then the network as the look asks for it. */
export function regionContent(
  scope: Scope,
  parent: TreeNode | undefined,
  state: NetworkState,
  wanted: Wanted,
  marks: Marks,
): readonly TreeNode[] {
  const problems = state.kind === 'failed' ? [problemNode(scope, parent, state.error)] : [];
  return 'last' in state ? [...problems, ...ofReading(scope, parent, state.last, wanted, marks)] : problems;
}

function ofReading(
  scope: Scope,
  parent: TreeNode | undefined,
  { network, gaps }: Reading,
  { look, found, exempt }: Wanted,
  marks: Marks,
): readonly TreeNode[] {
  const isNarrowed = isFiltered(look);
  const exemptNic = exempt && 'networkInterfaceNo' in exempt ? exempt.networkInterfaceNo : undefined;
  const exemptSubnet = exempt?.kind === 'subnet' ? exempt.subnetNo : undefined;
  const isShown = (nic: NetworkInterface): boolean =>
    nic.networkInterfaceNo === exemptNic ||
    ((found?.interfaces.has(nic.networkInterfaceNo) ?? true) && passesFilters(nic, look.filters));
  // An empty subnet is looked for by its name as well.
  const isNamed = (subnetNo: string): boolean => look.filters.length === 0 && found?.subnets.has(subnetNo) === true;
  const isSubnetShown = (subnetNo: string): boolean =>
    !isNarrowed || subnetNo === exemptSubnet || network.interfacesOf(subnetNo).some(isShown) || isNamed(subnetNo);
  const hasSubnets = !gaps.some((gap) => gap.what === 'subnets' && 'error' in gap && gap.readAt === undefined);
  const drawing: Drawing = { scope, network, ...marks, isFiltered: isNarrowed, isShown, isSubnetShown, hasSubnets };
  const grouped = { subnet: bySubnet, server: byServer, flat }[look.groupBy](drawing, parent);
  return [
    ...gaps.flatMap((gap) => gapNodes(scope, parent, gap)),
    ...(isNarrowed ? [filterNode(drawing, parent, look)] : []),
    ...grouped,
  ];
}

function bySubnet(drawing: Drawing, parent: TreeNode | undefined): readonly TreeNode[] {
  const { network, isFiltered, isSubnetShown } = drawing;
  const vpcs = network.vpcs
    .filter(({ vpcNo }) => !isFiltered || network.subnets.some((s) => s.vpcNo === vpcNo && isSubnetShown(s.subnetNo)))
    .toSorted((a, b) => a.vpcName.localeCompare(b.vpcName));
  return [
    ...vpcs.map((vpc) => vpcNode(drawing, parent, vpc)),
    ...danglingSubnets(network)
      .filter(isSubnetShown)
      .map((subnetNo) => subnetNode(drawing, parent, subnetNo)),
  ];
}

function byServer(drawing: Drawing, parent: TreeNode | undefined): readonly TreeNode[] {
  const { network, isShown } = drawing;
  const shown = network.interfaces.filter(isShown);
  const groups = Map.groupBy(shown, (nic) => network.serverOf(nic));
  const servers = [...groups.keys()].filter((server) => server !== undefined);
  return [
    ...servers
      .toSorted((a, b) => a.serverName.localeCompare(b.serverName))
      .map((server) => serverNode(drawing, parent, server, groups.get(server) ?? [])),
    ...(groups.get(undefined) ?? [])
      .toSorted((a, b) => compareAddresses(a.ip, b.ip))
      .map((nic) => interfaceNode(drawing, parent, nic)),
  ];
}

function flat(drawing: Drawing, parent: TreeNode | undefined): readonly TreeNode[] {
  return drawing.network.interfaces
    .filter(drawing.isShown)
    .toSorted((a, b) => compareAddresses(a.ip, b.ip))
    .map((nic) => interfaceNode(drawing, parent, nic));
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
function filterNode({ scope, network, isShown }: Drawing, parent: TreeNode | undefined, look: Look): TreeNode {
  const shown = network.interfaces.filter(isShown).length;
  const title = l10n.t('Filter and Group');
  const counts = l10n.t('{0} of {1}', shown, interfaceCount(network.interfaces.length));
  const label = l10n.t('Filter: {0}', lookText(look));
  const detail = `${counts} · ${l10n.t('{0} · press Enter', title)}`;
  const command: CommandId = 'ncloudIp.changeLook';
  return noteNode(scope, parent, 'filter', label, detail, {
    command,
    title,
    arguments: [{ profile: scope.profile.id }],
  });
}
