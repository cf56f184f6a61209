import { l10n, ThemeColor, type TreeItem } from 'vscode';
import { publicIpOf } from '../model/interfaceTexts';
import type { Network } from '../model/network';
import type { NodeKind } from '../contributions';
import { isSettling, maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import { scopeKey, type Scope } from '../session/scope';
import { interfaceTitle } from '../words/interfaceTitle';
import { statusText } from '../words/statusText';
import { addressNode } from './addressNode';
import { type Drawing, type Now, isReadOnly } from './drawing';
import type { TreeNode } from './node';
import { hoverText, type TextFact } from '../words/factList';
import { inWords } from '../words/documentLinks';
import { placeFacts } from '../words/facts';
import { fullColor, nodeItem } from './nodeItem';

/** One network interface: its server's name, primary address, how many of five secondary IPs it holds, status in words. */
export function interfaceNode(now: Now, parent: TreeNode | undefined, given: NetworkInterface): TreeNode {
  const { scope } = now();
  const { networkInterfaceNo } = given;
  const id = `${parent?.id ?? scopeKey(scope)}/nic-${networkInterfaceNo}`;
  let last = given;
  /** As it is now; one that is gone is what it was, until its row is gone too. */
  const it = (): NetworkInterface => (last = now().network.interface(networkInterfaceNo) ?? last);
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'interface', scope, networkInterfaceNo },
    children: () =>
      [it().ip, ...it().secondaryIpList].map((address, at) =>
        addressNode(now, node, it, address, at === 0 ? 'primary' : 'secondary'),
      ),
    item: () => itemOf(id, now(), it(), parent?.subject.kind === 'subnet'),
  };
  return node;
}

function itemOf(id: string, drawing: Drawing, networkInterface: NetworkInterface, isInSubnet: boolean): TreeItem {
  const { scope, network, busy } = drawing;
  const { networkInterfaceNo, networkInterfaceName, ip, secondaryIpList } = networkInterface;
  const title = interfaceTitle(networkInterface, network);
  const status = statusText(networkInterface);
  // Away from its subnet, as by server or in one list, a row has to name it.
  const subnet = isInSubnet ? undefined : network.subnet(networkInterface.subnetNo)?.subnetName;
  const name = title === networkInterfaceName ? undefined : networkInterfaceName;
  return nodeItem({
    id,
    label: title,
    description: [ip, roomText(networkInterface), status, subnet, name].filter(Boolean).join(' · '),
    kind: kindOf(scope, secondaryIpList.length),
    ...iconOf(networkInterface, busy.has(networkInterfaceNo)),
    state: 'closed',
    hover: () => hoverText(title, factsOf(networkInterface, network)),
    spoken: l10n.t(
      '{0}, primary IP {1}, {2} of {3} secondary IPs, {4}',
      title,
      ip,
      secondaryIpList.length,
      maxSecondaryIps,
      [isFull(networkInterface) && l10n.t('full'), status, subnet].filter(Boolean).join(', '),
    ),
  });
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

function iconOf(networkInterface: NetworkInterface, isBusy: boolean): { icon: string; color?: ThemeColor } {
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
    [l10n.t('Primary IP'), networkInterface.ip],
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
