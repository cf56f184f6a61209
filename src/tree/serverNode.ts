import { scopeKey } from '../session/scope';
import { l10n } from 'vscode';
import type { NetworkInterface } from '../model/networkInterface';
import type { Server } from '../model/server';
import type { Now } from './drawing';
import { interfaceNode } from './interfaceNode';
import type { TreeNode } from './node';
import { hoverText } from '../words/factList';
import { inWords } from '../words/documentLinks';
import { serverFacts } from '../words/facts';
import { nodeItem } from './nodeItem';
import { interfaceCount } from '../words/countText';
import { serverStatusText } from '../words/statusText';

/** One server with its interfaces in device order. */
export function serverNode(now: Now, parent: TreeNode | undefined, given: Server): TreeNode {
  const { scope } = now();
  const { serverInstanceNo } = given;
  const id = `${scopeKey(scope)}/server-${serverInstanceNo}`;
  const interfaces = (): NetworkInterface[] => {
    const { network, isShown } = now();
    return network.interfacesOfServer(serverInstanceNo).filter(isShown);
  };
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'server', scope, serverInstanceNo },
    children: () =>
      interfaces()
        .sort((a, b) => (a.deviceName ?? '').localeCompare(b.deviceName ?? ''))
        .map((nic) => interfaceNode(now, node, nic)),
    item() {
      const { network } = now();
      const server = network.server(serverInstanceNo) ?? given;
      const count = interfaceCount(interfaces().length);
      const facts = [count, serverStatusText(server), server.publicIp, server.zoneCode].filter(Boolean);
      return nodeItem({
        id,
        label: server.serverName,
        description: facts.join(' · '),
        kind: 'server',
        icon: 'server',
        state: 'closed',
        hover: () =>
          hoverText(server.serverName, [
            ...serverFacts(server, network, inWords),
            [l10n.t('Network interfaces'), count],
          ]),
        spoken: l10n.t('Server {0}, {1}', server.serverName, facts.join(', ')),
      });
    },
  };
  return node;
}
