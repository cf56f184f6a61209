import { scopeKey } from '../session/scope';
import { l10n } from 'vscode';
import { compareAddresses } from '../model/address';
import type { Vpc } from '../model/vpc';
import type { Subnet } from '../model/subnet';
import type { Now } from './drawing';
import type { TreeNode } from './node';
import { hoverText } from '../words/factList';
import { vpcFacts } from '../words/facts';
import { nodeItem } from './nodeItem';
import { subnetNode } from './subnetNode';
import { subnetCount } from '../words/countText';

/** One VPC with its subnets in address order. */
export function vpcNode(now: Now, parent: TreeNode | undefined, { vpcNo, ...given }: Vpc): TreeNode {
  const { scope } = now();
  const id = `${scopeKey(scope)}/vpc-${vpcNo}`;
  const subnets = (): Subnet[] => {
    const { network, isSubnetShown } = now();
    return network.subnets.filter((subnet) => subnet.vpcNo === vpcNo && isSubnetShown(subnet.subnetNo));
  };
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'vpc', scope, vpcNo },
    children: () =>
      subnets()
        .sort((a, b) => compareAddresses(a.subnet.split('/')[0] ?? '', b.subnet.split('/')[0] ?? ''))
        .map(({ subnetNo }) => subnetNode(now, node, subnetNo)),
    item() {
      const { network, hasSubnets } = now();
      const vpc = network.vpc(vpcNo) ?? { vpcNo, ...given };
      const count = subnets().length;
      const subnetsText = hasSubnets ? subnetCount(count) : l10n.t('subnets not loaded');
      const content = [typeOf(vpc), subnetsText].filter((fact) => fact !== undefined);
      return nodeItem({
        id,
        label: vpc.vpcName,
        description: [vpc.ipv4CidrBlock, ...content].join(' · '),
        kind: 'vpc',
        icon: 'cloud',
        state: count === 0 ? 'leaf' : 'open',
        hover: () => hoverText(vpc.vpcName, [...vpcFacts(vpc, network), [l10n.t('Subnets'), subnetsText]]),
        spoken: l10n.t('VPC {0}, {1}, {2}', vpc.vpcName, vpc.ipv4CidrBlock, content.join(', ')),
      });
    },
  };
  return node;
}

/** The type in the words of the service, unless it is the usual one. */
function typeOf({ vpcType }: Vpc): string | undefined {
  return vpcType && vpcType.code !== 'NORMAL' ? vpcType.code : undefined;
}
