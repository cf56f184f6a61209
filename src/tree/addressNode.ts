import { l10n, ThemeColor } from 'vscode';
import type { NetworkInterface } from '../model/networkInterface';
import { isReadOnly } from './isReadOnly';
import { nodeItem } from './nodeItem';
import type { TreeNode } from './node';
import type { Scope } from '../session/networkStore';

/** One address of an interface: the primary one cannot be changed, secondary ones come and go. A new one is so by word and colour. */
export function addressNode(
  scope: Scope,
  parent: TreeNode,
  { networkInterfaceNo }: NetworkInterface,
  address: string,
  role: 'primary' | 'secondary',
  isFresh = false,
): TreeNode {
  const id = `${parent.id}/${address}`;
  const word = role === 'primary' ? l10n.t('primary') : l10n.t('secondary');
  const words = [...(isFresh ? [l10n.t('new')] : []), word];
  return {
    id,
    parent,
    subject: { kind: 'address', scope, networkInterfaceNo, address, role },
    children: () => [],
    item: () =>
      nodeItem({
        id,
        label: address,
        description: words.join(' · '),
        kind:
          role === 'primary' ? 'primaryAddress' : isReadOnly(scope) ? 'secondaryAddressReadOnly' : 'secondaryAddress',
        icon: role === 'primary' ? 'circle-filled' : isFresh ? 'pass-filled' : 'circle-outline',
        ...(isFresh && { color: new ThemeColor('charts.green') }),
        tooltip: role === 'primary' ? l10n.t('Primary address') : l10n.t('Secondary IP'),
        spoken: l10n.t('{0}, {1} address', address, words.join(', ')),
      }),
  };
}
