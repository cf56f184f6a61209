import { l10n } from 'vscode';
import { seenAddresses } from '../model/seenAddresses';
import { reachText, usageText } from '../ui/subnetText';
import { scopeId, type Drawing } from './drawing';
import { interfaceNode } from './interfaceNode';
import type { TreeNode } from './node';
import { codeSpan } from '../text/code';
import { plain } from '../text/plain';
import { nodeItem } from './nodeItem';
import { interfaceCount } from '../ui/countText';

/** One subnet, or the place of one that cannot be seen but whose interfaces can. */
export function subnetNode(drawing: Drawing, parent: TreeNode | undefined, subnetNo: string): TreeNode {
  const { scope, network, isFiltered, isShown } = drawing;
  const subnet = network.subnet(subnetNo);
  const range = network.range(subnetNo);
  const interfaces = network.interfacesOf(subnetNo).filter(isShown);
  const id = `${parent?.id ?? scopeId(scope)}/subnet-${subnetNo}`;
  const label = subnet?.subnetName ?? l10n.t('Subnet {0} (not visible)', subnetNo);
  const used = seenAddresses(network, subnetNo).size;
  const kind = subnet ? [usageText(subnet), reachText(subnet), subnet.zoneCode] : [];
  // The count before the kind: a narrow side bar cuts off the end of a row.
  const facts = [subnet?.subnet, range && l10n.t('{0}/{1} seen in use', used, range.usableCount), ...kind];
  const spokenUsage = range && l10n.t('{0} of {1} seen in use', used, range.usableCount);
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'subnet', scope, subnetNo },
    children: () => interfaces.map((nic) => interfaceNode(drawing, node, nic)),
    item: () =>
      nodeItem({
        id,
        label,
        description: facts.filter(Boolean).join(' · '),
        kind: 'subnet',
        icon: 'type-hierarchy-sub',
        state: interfaces.length === 0 ? 'leaf' : isFiltered ? 'open' : 'closed',
        tooltip: [
          `**${plain(label)}** ${codeSpan(subnet?.subnet ?? subnetNo)}`,
          l10n.t('Subnet number {0}', plain(subnetNo)),
          ...(range ? [l10n.t('Usable: {0} to {1}', range.firstUsable, range.lastUsable)] : []),
          l10n.t('Addresses held by managed services may not be listed.'),
        ].join('\n\n'),
        spoken: l10n.t(
          'Subnet {0}, {1}, {2}',
          label,
          [subnet?.subnet, ...kind, spokenUsage].filter(Boolean).join(', '),
          interfaceCount(interfaces.length),
        ),
      }),
  };
  return node;
}
