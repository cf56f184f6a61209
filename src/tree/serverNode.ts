import { l10n } from 'vscode';
import type { NetworkInterface } from '../model/networkInterface';
import type { Server } from '../model/server';
import { scopeId, type Drawing } from './drawing';
import { interfaceNode } from './interfaceNode';
import type { TreeNode } from './node';
import { hoverText } from '../words/factList';
import { inWords } from '../words/documentLinks';
import { serverFacts } from '../words/facts';
import { nodeItem } from './nodeItem';
import { interfaceCount } from '../words/countText';
import { serverStatusText } from '../words/serverStatusText';

/** One server with its interfaces in device order. */
export function serverNode(
  drawing: Drawing,
  parent: TreeNode | undefined,
  server: Server,
  interfaces: readonly NetworkInterface[],
): TreeNode {
  const { scope, network } = drawing;
  const id = `${scopeId(scope)}/server-${server.serverInstanceNo}`;
  const sorted = interfaces.toSorted((a, b) => (a.deviceName ?? '').localeCompare(b.deviceName ?? ''));
  const facts = [interfaceCount(interfaces.length), serverStatusText(server), server.publicIp, server.zoneCode].filter(
    Boolean,
  );
  const node: TreeNode = {
    id,
    parent,
    subject: { kind: 'server', scope, serverInstanceNo: server.serverInstanceNo },
    children: () => sorted.map((nic) => interfaceNode(drawing, node, nic)),
    item: () =>
      nodeItem({
        id,
        label: server.serverName,
        description: facts.join(' · '),
        kind: 'server',
        icon: 'server',
        state: 'closed',
        tooltip: hoverText(server.serverName, [
          ...serverFacts(server, network, inWords),
          [l10n.t('Network interfaces'), interfaceCount(interfaces.length)],
        ]),
        spoken: l10n.t('Server {0}, {1}', server.serverName, facts.join(', ')),
      }),
  };
  return node;
}
