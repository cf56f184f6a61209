import { l10n } from 'vscode';
import type { Network } from '../model/network';
import type { Scope } from '../session/networkStore';
import { reachText, seenInUse, usageText } from '../ui/subnetText';
import { interfaceNode } from './interfaceNode';
import type { TreeNode } from './node';
import { nodeItem, plain } from './nodeItem';

/** One subnet, or the place of one that cannot be seen but whose interfaces can. */
export function subnetNode(
  scope: Scope,
  parent: TreeNode | undefined,
  network: Network,
  subnetNo: string,
  isBusy: (networkInterfaceNo: string) => boolean,
): TreeNode {
  const subnet = network.subnet(subnetNo);
  const range = network.range(subnetNo);
  const interfaces = network.interfacesOf(subnetNo);
  const id = `${parent?.id ?? `${scope.profile.id}/${scope.regionCode}`}/subnet-${subnetNo}`;
  const label = subnet?.subnetName ?? l10n.t('Subnet {0} (not visible)', subnetNo);
  const used = seenInUse(network, subnetNo);
  const usage = range && l10n.t('{0} of {1} seen in use', used, range.usableCount);
  const facts = subnet ? [reachText(subnet), usageText(subnet), subnet.zoneCode] : [];
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'subnet', scope, subnetNo },
    children: () =>
      interfaces.map((nic) => interfaceNode(scope, node, network, nic, () => isBusy(nic.networkInterfaceNo))),
    item: () =>
      nodeItem({
        id,
        label,
        description: [subnet?.subnet, ...facts, usage].filter(Boolean).join(' · '),
        kind: 'subnet',
        icon: 'type-hierarchy-sub',
        state: interfaces.length === 0 ? 'leaf' : 'closed',
        tooltip: [
          `**${plain(label)}** \`${subnet?.subnet ?? subnetNo}\``,
          l10n.t('Subnet number {0}', subnetNo),
          ...(range ? [l10n.t('Usable: {0} to {1}', range.firstUsable, range.lastUsable)] : []),
          l10n.t('Addresses held by managed services may not be listed.'),
        ].join('\n\n'),
        spoken: l10n.t(
          'Subnet {0}, {1}, {2} network interfaces',
          label,
          [subnet?.subnet, ...facts, usage].filter(Boolean).join(', '),
          interfaces.length,
        ),
      }),
  };
  return node;
}
