import { l10n, ThemeColor } from 'vscode';
import { publicIpOf } from '../model/interfaceTexts';
import type { Network } from '../model/network';
import { maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import { hoverText, type TextFact } from '../words/factList';
import { inWords } from '../words/documentLinks';
import { placeFacts } from '../words/facts';
import { interfaceTitle } from '../words/interfaceTitle';
import { statusText } from '../words/statusText';
import { isReadOnly, type Now } from './drawing';
import { nodeItem } from './nodeItem';
import type { TreeNode } from './node';

/** One address of an interface: the primary one cannot be changed, secondary ones come and go. A new one is so by word and colour. */
export function addressNode(
  now: Now,
  parent: TreeNode,
  /** The interface as it is now. */
  holder: () => NetworkInterface,
  address: string,
  role: 'primary' | 'secondary',
): TreeNode {
  const { scope } = now();
  const { networkInterfaceNo } = holder();
  const id = `${parent.id}/${address}`;
  return {
    id,
    parent,
    subject: { kind: 'address', scope, networkInterfaceNo, address, role },
    children: () => [],
    item() {
      const { network, fresh } = now();
      const isFresh = role === 'secondary' && fresh.get(networkInterfaceNo)?.has(address) === true;
      const word = role === 'primary' ? l10n.t('primary') : l10n.t('secondary');
      const words = [...(isFresh ? [l10n.t('new')] : []), word];
      return nodeItem({
        id,
        label: address,
        description: words.join(' · '),
        kind:
          role === 'primary' ? 'primaryAddress' : isReadOnly(scope) ? 'secondaryAddressReadOnly' : 'secondaryAddress',
        icon: role === 'primary' ? 'circle-filled' : isFresh ? 'pass-filled' : 'circle-outline',
        ...(isFresh && { color: new ThemeColor('charts.green') }),
        hover: () => hoverText(address, factsOf(holder(), network, role)),
        spoken: l10n.t('{0}, {1} IP', address, words.join(', ')),
      });
    },
  };
}

function factsOf(networkInterface: NetworkInterface, network: Network, role: 'primary' | 'secondary'): TextFact[] {
  const { networkInterfaceNo, networkInterfaceName, secondaryIpList, macAddress } = networkInterface;
  return [
    [l10n.t('Type'), role === 'primary' ? l10n.t('Primary IP') : l10n.t('Secondary IP')],
    // It leads to the primary address.
    [l10n.t('Public IP'), role === 'primary' ? publicIpOf(networkInterface, network) : undefined],
    [l10n.t('Network interface'), interfaceTitle(networkInterface, network)],
    [l10n.t('Number'), networkInterfaceNo],
    [l10n.t('Name'), networkInterfaceName],
    [l10n.t('Secondary IPs'), `${secondaryIpList.length}/${maxSecondaryIps}`],
    [l10n.t('Status'), statusText(networkInterface)],
    [l10n.t('MAC address'), macAddress],
    ...placeFacts(networkInterface.subnetNo, network, inWords),
  ];
}
