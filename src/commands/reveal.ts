import { l10n, window } from 'vscode';
import type { Scope } from '../session/networkStore';
import type { Subject } from '../tree/node';
import type { CommandContext } from './commandContext';

/** Shows and selects a node of the tree. A filter that hides it is taken off first; true when it was found. */
export async function reveal(
  { tree, view, looks }: Pick<CommandContext, 'tree' | 'view' | 'looks'>,
  scope: Scope,
  isIt: (subject: Subject) => boolean,
): Promise<boolean> {
  let node = await tree.find(scope, isIt);
  const look = looks.get(scope.profile.id);
  if (!node && look.filters.length > 0) {
    await looks.set(scope.profile.id, { ...look, filters: [] });
    node = await tree.find(scope, isIt);
  }
  if (!node) {
    window.setStatusBarMessage(l10n.t('It is not in the tree: refresh and look again.'), 5_000);
    return false;
  }
  await view.reveal(node, { select: true, focus: true, expand: true });
  return true;
}
