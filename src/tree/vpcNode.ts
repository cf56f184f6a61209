import { l10n } from 'vscode';
import { compareAddresses } from '../model/address';
import type { Network } from '../model/network';
import type { Vpc } from '../model/vpc';
import type { Scope } from '../session/networkStore';
import type { TreeNode } from './node';
import { nodeItem, plain } from './nodeItem';
import { subnetNode } from './subnetNode';

/** One VPC with its subnets in address order. */
export function vpcNode(
  scope: Scope,
  network: Network,
  vpc: Vpc,
  isBusy: (networkInterfaceNo: string) => boolean,
): TreeNode {
  const id = `${scope.profile.id}/${scope.regionCode}/vpc-${vpc.vpcNo}`;
  const subnets = network.subnets
    .filter(({ vpcNo }) => vpcNo === vpc.vpcNo)
    .sort((a, b) => compareAddresses(a.subnet.split('/')[0] ?? '', b.subnet.split('/')[0] ?? ''));
  const node: TreeNode = {
    id,
    parent: undefined,
    subject: { kind: 'vpc', scope, vpcNo: vpc.vpcNo },
    children: () => subnets.map(({ subnetNo }) => subnetNode(scope, node, network, subnetNo, isBusy)),
    item: () =>
      nodeItem({
        id,
        label: vpc.vpcName,
        description: [vpc.ipv4CidrBlock, l10n.t('{0} subnets', subnets.length)].join(' · '),
        kind: 'vpc',
        icon: 'cloud',
        state: subnets.length === 0 ? 'leaf' : 'open',
        tooltip: `**${plain(vpc.vpcName)}** \`${vpc.ipv4CidrBlock}\`\n\n${l10n.t('VPC number {0}', vpc.vpcNo)}`,
        spoken: l10n.t('VPC {0}, {1}, {2} subnets', vpc.vpcName, vpc.ipv4CidrBlock, subnets.length),
      }),
  };
  return node;
}
