import { l10n, ThemeColor } from 'vscode';
import type { CommandId } from '../contributions';
import type { Scope } from '../session/networkStore';
import { errorText } from '../words/errorText';
import { scopeId } from './drawing';
import type { TreeNode } from './node';
import { plain } from '../text/plain';
import { nodeItem } from './nodeItem';

/** A load that failed, as a node: what happened in words, and Enter does what repairs it. */
export function problemNode(scope: Scope, parent: TreeNode | undefined, error: unknown): TreeNode {
  const id = `${scopeId(scope)}/problem`;
  const { summary, message, repair, remedy } = errorText(error);
  const subject = { kind: 'problem', scope, error } as const;
  const command: CommandId = remedy === 'keys' ? 'ncloudIp.updateKeys' : 'ncloudIp.refresh';
  return {
    id,
    parent,
    subject,
    children: () => [],
    item: () => {
      const action = remedy === 'keys' ? l10n.t('Enter keys') : l10n.t('Retry');
      const item = nodeItem({
        id,
        label: summary,
        description: l10n.t('{0} · press Enter', action),
        kind: 'problem',
        icon: 'error',
        color: new ThemeColor('list.errorForeground'),
        tooltip: `${plain(message)}\n\n${plain(repair)}`,
        spoken: `${message} ${repair} ${action}`,
      });
      item.command = {
        command,
        title: action,
        arguments: [{ profile: scope.profile.id, regionCode: scope.regionCode }],
      };
      return item;
    },
  };
}
