import type { Scope } from '../session/networkStore';
import type { TreeNode } from './node';
import { nodeItem, plain } from './nodeItem';

/** A sentence in the tree: something is missing from what is shown, and why. */
export function noteNode(scope: Scope, name: string, label: string, detail: string): TreeNode {
  const id = `${scope.profile.id}/${scope.regionCode}/note-${name}`;
  return {
    id,
    parent: undefined,
    subject: { kind: 'note', scope },
    children: () => [],
    item: () =>
      nodeItem({
        id,
        label,
        description: detail,
        kind: 'note',
        icon: 'info',
        tooltip: plain(`${label} ${detail}`),
        spoken: `${label} ${detail}`,
      }),
  };
}
