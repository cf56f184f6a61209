import { l10n, ThemeColor } from 'vscode';
import type { CommandId } from '../contributions';
import type { Scope } from '../session/networkStore';
import { errorText } from '../ui/errorText';
import type { TreeNode } from './node';
import { nodeItem, plain } from './nodeItem';

/** A load that failed, as a node: what happened in words, and Enter does what repairs it. */
export function problemNode(scope: Scope, error: unknown): TreeNode {
  const id = `${scope.profile.id}/${scope.regionCode}/problem`;
  const { message, repair, remedy } = errorText(error);
  const subject = { kind: 'problem', scope, error } as const;
  const command: CommandId = remedy === 'keys' ? 'ncloudIp.updateKeys' : 'ncloudIp.refresh';
  return {
    id,
    parent: undefined,
    subject,
    children: () => [],
    item: () => {
      const action = remedy === 'keys' ? l10n.t('Enter keys') : l10n.t('Retry');
      const item = nodeItem({
        id,
        label: message,
        description: l10n.t('{0} · press Enter', action),
        kind: 'problem',
        icon: 'error',
        color: new ThemeColor('list.errorForeground'),
        tooltip: `${plain(message)}\n\n${plain(repair)}`,
        spoken: `${message} ${repair} ${action}`,
      });
      item.command = { command, title: action, arguments: [{ profile: scope.profile.id }] };
      return item;
    },
  };
}
