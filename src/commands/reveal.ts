import { l10n } from 'vscode';
import type { Scope } from '../session/networkStore';
import type { Subject } from '../tree/node';
import { mention } from '../ui/notify';
import type { CommandContext } from './commandContext';

/** Shows and selects a node of the tree, in spite of a filter that hides it; true when it was found. */
export async function reveal(
  { tree, view }: Pick<CommandContext, 'tree' | 'view'>,
  scope: Scope,
  isIt: (subject: Subject) => boolean,
): Promise<boolean> {
  const node = await tree.find(scope, isIt);
  if (!node) {
    mention(l10n.t('It has no row in the tree as it is shown: refresh, or group by VPC and subnet.'), 5_000);
    return false;
  }
  await view.reveal(node, { select: true, focus: true, expand: true });
  return true;
}
