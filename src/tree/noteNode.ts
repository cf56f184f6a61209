import type { Command } from 'vscode';
import type { Scope } from '../session/networkStore';
import { scopeId } from './drawing';
import type { TreeNode } from './node';
import { plain } from '../text/plain';
import { nodeItem } from './nodeItem';

/** A sentence in the tree: something is missing from what is shown, and why. `command`: what Enter does about it. */
export function noteNode(
  scope: Scope,
  parent: TreeNode | undefined,
  name: string,
  label: string,
  detail: string,
  command?: Command,
): TreeNode {
  const id = `${scopeId(scope)}/note-${name}`;
  return {
    id,
    parent,
    subject: { kind: 'note', scope },
    children: () => [],
    item() {
      const item = nodeItem({
        id,
        label,
        description: detail,
        kind: 'note',
        icon: 'info',
        tooltip: plain(`${label} ${detail}`),
        spoken: `${label} ${detail}`,
      });
      if (command) item.command = command;
      return item;
    },
  };
}
