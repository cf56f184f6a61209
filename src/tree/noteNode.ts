import type { Command } from 'vscode';
import { scopeKey, type Scope } from '../session/scope';

import type { TreeNode } from './node';
import { plain } from '../text/plain';
import { nodeItem } from './nodeItem';

/** What a note says. */
export interface Note {
  readonly label: string;
  readonly detail: string;
  readonly icon?: string;
  /** What Enter does about it. */
  readonly command?: Command | undefined;
}

/** A sentence in the tree: something is missing from what is shown, and why. `say` is asked each time it is drawn. */
export function noteNode(scope: Scope, parent: TreeNode | undefined, name: string, say: () => Note): TreeNode {
  const id = `${scopeKey(scope)}/note-${name}`;
  return {
    id,
    parent,
    subject: { kind: 'note', scope },
    children: () => [],
    item() {
      const { label, detail, icon = 'info', command } = say();
      const item = nodeItem({
        id,
        label,
        description: detail,
        kind: 'note',
        icon,
        hover: () => plain(`${label} ${detail}`),
        spoken: `${label} ${detail}`,
      });
      if (command) item.command = command;
      return item;
    },
  };
}
