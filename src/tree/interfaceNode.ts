import { l10n, ThemeColor } from 'vscode';
import { publicIpOf } from '../model/interfaceTexts';
import type { Network } from '../model/network';
import type { NodeKind } from '../contributions';
import { isSettling, maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import type { Scope } from '../session/networkStore';
import { interfaceTitle } from '../words/interfaceTitle';
import { statusText } from '../words/statusText';
import { addressNode } from './addressNode';
import { scopeId, type Drawing, isReadOnly } from './drawing';
import type { TreeNode } from './node';
import { hoverText, type TextFact } from '../words/factList';
import { inWords } from '../words/documentLinks';
import { placeFacts } from '../words/facts';
import { fullColor, nodeItem } from './nodeItem';

/** One network interface: its server's name, primary address, how many of five secondary IPs it holds, status in words. */
export function interfaceNode(
  { scope, network, isBusy, isFresh }: Drawing,
  parent: TreeNode | undefined,
  networkInterface: NetworkInterface,
): TreeNode {
  const { networkInterfaceNo, networkInterfaceName, ip, secondaryIpList } = networkInterface;
  const id = `${parent?.id ?? scopeId(scope)}/nic-${networkInterfaceNo}`;
  const title = interfaceTitle(networkInterface, network);
  const count = roomText(networkInterface);
  const status = statusText(networkInterface);
  // Away from its subnet, as by server or in one list, a row has to name it.
  const subnet = parent?.subject.kind === 'subnet' ? undefined : network.subnet(networkInterface.subnetNo)?.subnetName;
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'interface', scope, networkInterfaceNo },
    children: () => [
      addressNode(scope, node, networkInterface, network, ip, 'primary'),
      ...secondaryIpList.map((address) =>
        addressNode(scope, node, networkInterface, network, address, 'secondary', isFresh(networkInterfaceNo, address)),
      ),
    ],
    item: () =>
      nodeItem({
        id,
        label: title,
        description: [ip, count, status, subnet, title === networkInterfaceName ? undefined : networkInterfaceName]
          .filter(Boolean)
          .join(' · '),
        kind: kindOf(scope, secondaryIpList.length),
        ...look(networkInterface, isBusy(networkInterfaceNo)),
        state: 'closed',
        tooltip: hoverText(title, factsOf(networkInterface, network)),
        spoken: l10n.t(
          '{0}, primary address {1}, {2} of {3} secondary IPs, {4}',
          title,
          ip,
          secondaryIpList.length,
          maxSecondaryIps,
          [isFull(networkInterface) && l10n.t('full'), status, subnet].filter(Boolean).join(', '),
        ),
      }),
  };
  return node;
}

function isFull({ secondaryIpList }: NetworkInterface): boolean {
  return secondaryIpList.length >= maxSecondaryIps;
}

/** How many of five it holds: `2/5`, `5/5 full`. */
function roomText(networkInterface: NetworkInterface): string {
  const held = networkInterface.secondaryIpList.length;
  return isFull(networkInterface) ? l10n.t('{0}/{1} full', held, maxSecondaryIps) : `${held}/${maxSecondaryIps}`;
}

/** What its menu offers: nothing can be unassigned from an empty one. */
function kindOf(scope: Scope, held: number): NodeKind {
  if (isReadOnly(scope)) return 'interfaceReadOnly';
  if (held === 0) return 'interfaceEmpty';
  return held >= maxSecondaryIps ? 'interfaceFull' : 'interface';
}

function look(networkInterface: NetworkInterface, isBusy: boolean): { icon: string; color?: ThemeColor } {
  if (isBusy) return { icon: 'loading~spin' };
  if (isSettling(networkInterface)) return { icon: 'sync', color: new ThemeColor('charts.yellow') };
  const icon = networkInterface.networkInterfaceStatus.code === 'NOTUSED' ? 'debug-disconnect' : 'plug';
  return isFull(networkInterface) ? { icon, color: fullColor() } : { icon };
}

function factsOf(networkInterface: NetworkInterface, network: Network): TextFact[] {
  const server = network.serverOf(networkInterface);
  return [
    [l10n.t('Number'), networkInterface.networkInterfaceNo],
    [l10n.t('Name'), networkInterface.networkInterfaceName],
    [l10n.t('Server'), server?.serverName ?? networkInterface.instanceNo],
    [l10n.t('Device'), networkInterface.deviceName],
    [l10n.t('Primary address'), networkInterface.ip],
    [
      l10n.t('Secondary IPs'),
      [roomText(networkInterface), networkInterface.secondaryIpList.join(', ')].filter(Boolean).join(' · '),
    ],
    [l10n.t('Status'), statusText(networkInterface)],
    [l10n.t('Public IP'), publicIpOf(networkInterface, network)],
    [l10n.t('MAC address'), networkInterface.macAddress],
    [l10n.t('ACG'), networkInterface.accessControlGroupNoList.join(', ')],
    ...placeFacts(networkInterface.subnetNo, network, inWords),
    [l10n.t('Description'), networkInterface.networkInterfaceDescription],
  ];
}
