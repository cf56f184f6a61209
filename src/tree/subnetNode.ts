import { l10n } from 'vscode';
import { seenAddresses } from '../model/seenAddresses';
import { reachText, usageText } from '../words/subnetText';
import { scopeId, type Drawing } from './drawing';
import { interfaceNode } from './interfaceNode';
import type { TreeNode } from './node';
import { hoverText } from '../words/factList';
import { inWords } from '../words/documentLinks';
import { placeFacts, subnetFacts, unlistedText } from '../words/facts';
import { fullColor, nodeItem } from './nodeItem';
import { interfaceCount } from '../words/countText';

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
  const isFull = range !== undefined && used >= range.usableCount;
  const usage =
    range &&
    (isFull ? l10n.t('{0}/{1} full', used, range.usableCount) : l10n.t('{0}/{1} seen in use', used, range.usableCount));
  const facts = [subnet?.subnet, usage, ...kind];
  // Said at once, as it is shown: what comes last may not be listened to.
  const spokenUsage = [
    range && l10n.t('{0} of {1} seen in use', used, range.usableCount),
    ...(isFull ? [l10n.t('full')] : []),
  ];
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
        ...(isFull && { color: fullColor() }),
        state: interfaces.length === 0 ? 'leaf' : isFiltered ? 'open' : 'closed',
        tooltip: hoverText(
          label,
          [
            ...(subnet ? subnetFacts(subnet, network, inWords) : placeFacts(subnetNo, network, inWords)),
            [l10n.t('Network interfaces'), String(network.interfacesOf(subnetNo).length)],
          ],
          unlistedText(),
        ),
        spoken: l10n.t(
          'Subnet {0}, {1}, {2}',
          label,
          [subnet?.subnet, ...spokenUsage, ...kind].filter(Boolean).join(', '),
          interfaceCount(interfaces.length),
        ),
      }),
  };
  return node;
}
