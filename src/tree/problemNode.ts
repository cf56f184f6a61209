import { scopeKey } from '../session/scope';
import { l10n, ThemeColor } from 'vscode';
import type { CommandId } from '../contributions';
import { errorText } from '../words/errorText';
import type { Region } from './drawing';
import type { TreeNode } from './node';
import { plain } from '../text/plain';
import { nodeItem } from './nodeItem';

/** A load that failed, as a node: what happened in words, and Enter does what repairs it. */
export function problemNode(region: Region, parent: TreeNode | undefined, first: unknown): TreeNode {
  const { scope } = region;
  const id = `${scopeKey(scope)}/problem`;
  const error = (): unknown => (region.state.kind === 'failed' ? region.state.error : first);
  return {
    id,
    parent,
    get subject() {
      return { kind: 'problem', scope, error: error() } as const;
    },
    children: () => [],
    item: () => {
      const { summary, message, repair, remedy } = errorText(error());
      const command: CommandId = remedy === 'keys' ? 'ncloudIp.updateKeys' : 'ncloudIp.refresh';
      const action = remedy === 'keys' ? l10n.t('Enter keys') : l10n.t('Retry');
      const item = nodeItem({
        id,
        label: summary,
        description: l10n.t('{0} · press Enter', action),
        kind: 'problem',
        icon: 'error',
        color: new ThemeColor('list.errorForeground'),
        hover: () => `${plain(message)}\n\n${plain(repair)}`,
        spoken: `${message} ${repair} ${action}`,
      });
      item.command = {
        command,
        title: action,
        // Keys belong to a profile: Enter Keys refuses a region.
        arguments: [{ profile: scope.profile.id, ...(remedy !== 'keys' && { regionCode: scope.regionCode }) }],
      };
      return item;
    },
  };
}
