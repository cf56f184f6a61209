import { l10n } from 'vscode';
import { compareAddresses } from '../model/address';
import type { Vpc } from '../model/vpc';
import { scopeId, type Drawing } from './drawing';
import type { TreeNode } from './node';
import { hoverText } from '../words/factList';
import { vpcFacts } from '../words/facts';
import { nodeItem } from './nodeItem';
import { subnetNode } from './subnetNode';
import { subnetCount } from '../words/countText';

/** One VPC with its subnets in address order. */
export function vpcNode(drawing: Drawing, parent: TreeNode | undefined, vpc: Vpc): TreeNode {
  const { scope, network, isSubnetShown, hasSubnets } = drawing;
  const id = `${scopeId(scope)}/vpc-${vpc.vpcNo}`;
  const subnets = network.subnets
    .filter(({ vpcNo }) => vpcNo === vpc.vpcNo)
    .filter(({ subnetNo }) => isSubnetShown(subnetNo))
    .sort((a, b) => compareAddresses(a.subnet.split('/')[0] ?? '', b.subnet.split('/')[0] ?? ''));
  const subnetsText = hasSubnets ? subnetCount(subnets.length) : l10n.t('subnets not read');
  const content = [typeOf(vpc), subnetsText].filter((fact) => fact !== undefined);
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'vpc', scope, vpcNo: vpc.vpcNo },
    children: () => subnets.map(({ subnetNo }) => subnetNode(drawing, node, subnetNo)),
    item: () =>
      nodeItem({
        id,
        label: vpc.vpcName,
        description: [vpc.ipv4CidrBlock, ...content].join(' · '),
        kind: 'vpc',
        icon: 'cloud',
        state: subnets.length === 0 ? 'leaf' : 'open',
        tooltip: hoverText(vpc.vpcName, [...vpcFacts(vpc, network), [l10n.t('Subnets'), subnetsText]]),
        spoken: l10n.t('VPC {0}, {1}, {2}', vpc.vpcName, vpc.ipv4CidrBlock, content.join(', ')),
      }),
  };
  return node;
}

/** The type in the words of the service, unless it is the usual one. */
function typeOf({ vpcType }: Vpc): string | undefined {
  return vpcType && vpcType.code !== 'NORMAL' ? vpcType.code : undefined;
}
