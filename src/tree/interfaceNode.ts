import { l10n, ThemeColor } from 'vscode';
import type { Network } from '../model/network';
import type { NodeKind } from '../contributions';
import { isSettling, maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import type { Scope } from '../session/networkStore';
import { interfaceTitle } from '../ui/interfaceTitle';
import { statusText } from '../ui/statusText';
import { addressNode } from './addressNode';
import { scopeId, type Drawing } from './drawing';
import { isReadOnly } from './isReadOnly';
import type { TreeNode } from './node';
import { factTable, type TextFact } from '../ui/factList';
import { nodeItem } from './nodeItem';

/** One network interface: its server's name, primary address, how many of five secondary IPs it holds, status in words. */
export function interfaceNode(
  { scope, network, isBusy, isFresh }: Drawing,
  parent: TreeNode | undefined,
  networkInterface: NetworkInterface,
): TreeNode {
  const { networkInterfaceNo, networkInterfaceName, ip, secondaryIpList } = networkInterface;
  const id = `${parent?.id ?? scopeId(scope)}/nic-${networkInterfaceNo}`;
  const title = interfaceTitle(networkInterface, network);
  const count = `${secondaryIpList.length}/${maxSecondaryIps}`;
  const status = statusText(networkInterface);
  // Away from its subnet, as by server or in one list, a row has to name it.
  const subnet = parent?.subject.kind === 'subnet' ? undefined : network.subnet(networkInterface.subnetNo)?.subnetName;
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'interface', scope, networkInterfaceNo },
    children: () => [
      addressNode(scope, node, networkInterface, ip, 'primary'),
      ...secondaryIpList.map((address) =>
        addressNode(scope, node, networkInterface, address, 'secondary', isFresh(networkInterfaceNo, address)),
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
        tooltip: tooltip(networkInterface, network),
        spoken: l10n.t(
          '{0}, primary address {1}, {2} of {3} secondary IPs, {4}',
          title,
          ip,
          secondaryIpList.length,
          maxSecondaryIps,
          [status, subnet].filter(Boolean).join(', '),
        ),
      }),
  };
  return node;
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
  if (networkInterface.networkInterfaceStatus.code === 'NOTUSED') return { icon: 'debug-disconnect' };
  return { icon: 'plug' };
}

function tooltip(networkInterface: NetworkInterface, network: Network): string {
  const server = network.serverOf(networkInterface);
  const facts: TextFact[] = [
    [l10n.t('Number'), networkInterface.networkInterfaceNo],
    [l10n.t('Name'), networkInterface.networkInterfaceName],
    [l10n.t('Server'), server?.serverName ?? networkInterface.instanceNo],
    [l10n.t('Device'), networkInterface.deviceName],
    [l10n.t('Primary address'), networkInterface.ip],
    [l10n.t('Secondary IPs'), networkInterface.secondaryIpList.join(', ') || l10n.t('none')],
    [l10n.t('Status'), statusText(networkInterface)],
    [l10n.t('Public IP'), server?.publicIp],
    [l10n.t('MAC address'), networkInterface.macAddress],
    [l10n.t('ACG'), networkInterface.accessControlGroupNoList.join(', ') || undefined],
    [l10n.t('Description'), networkInterface.networkInterfaceDescription],
  ];
  return factTable(facts);
}
