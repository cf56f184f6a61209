import { scopeKey } from '../session/scope';
import { l10n, type TreeItem } from 'vscode';
import type { NetworkInterface } from '../model/networkInterface';
import { seenAddresses } from '../model/seenAddresses';
import { reachText, usageText } from '../words/subnetText';
import type { Drawing, Now } from './drawing';
import { interfaceNode } from './interfaceNode';
import type { TreeNode } from './node';
import { hoverText } from '../words/factList';
import { inWords } from '../words/documentLinks';
import { placeFacts, subnetFacts, unlistedText } from '../words/facts';
import { fullColor, nodeItem } from './nodeItem';
import { interfaceCount } from '../words/countText';

/** One subnet, or the place of one that cannot be seen but whose interfaces can. */
export function subnetNode(now: Now, parent: TreeNode | undefined, subnetNo: string): TreeNode {
  const { scope } = now();
  const id = `${parent?.id ?? scopeKey(scope)}/subnet-${subnetNo}`;
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'subnet', scope, subnetNo },
    children: () => interfacesIn(now(), subnetNo).map((nic) => interfaceNode(now, node, nic)),
    item: () => itemOf(id, now(), subnetNo),
  };
  return node;
}

function interfacesIn({ network, isShown }: Drawing, subnetNo: string): readonly NetworkInterface[] {
  return network.interfacesOf(subnetNo).filter(isShown);
}

function itemOf(id: string, drawing: Drawing, subnetNo: string): TreeItem {
  const { network, preview, isFiltered } = drawing;
  const isOutline = preview !== undefined && preview.readAt === undefined;
  const subnet = network.subnet(subnetNo);
  const range = network.range(subnetNo);
  const shown = interfacesIn(drawing, subnetNo).length;
  const label = subnet?.subnetName ?? l10n.t('Subnet {0} (not visible)', subnetNo);
  const used = seenAddresses(network, subnetNo).size;
  const kind = subnet ? [usageText(subnet), reachText(subnet), subnet.zoneCode] : [];
  // The count before the kind: a narrow side bar cuts off the end of a row.
  const isFull = range !== undefined && used >= range.usableCount;
  const usage =
    range &&
    !isOutline &&
    (isFull ? l10n.t('{0}/{1} full', used, range.usableCount) : l10n.t('{0}/{1} seen in use', used, range.usableCount));
  const facts = [subnet?.subnet, usage, ...kind];
  // Said at once, as it is shown: what comes last may not be listened to.
  const spokenUsage = [
    range && !isOutline && l10n.t('{0} of {1} seen in use', used, range.usableCount),
    ...(isFull ? [l10n.t('full')] : []),
  ];
  return nodeItem({
    id,
    label,
    description: facts.filter(Boolean).join(' · '),
    kind: 'subnet',
    icon: 'type-hierarchy-sub',
    ...(isFull && { color: fullColor() }),
    state: shown === 0 ? 'leaf' : isFiltered ? 'open' : 'closed',
    hover: () =>
      hoverText(
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
      interfaceCount(shown),
    ),
  });
}
