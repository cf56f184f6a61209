import { l10n } from 'vscode';
import type { Scope } from '../../session/scope';
import type { Subject } from '../../tree/node';
import { mention } from '../../ui/notify';
import type { CommandContext } from '../commandContext';
import { untilShown } from './untilShown';

/** Shows and selects a node of the tree, in spite of a filter that hides it; true when it was found. */
export async function reveal(
  { tree, view, clock }: Pick<CommandContext, 'tree' | 'view' | 'clock'>,
  scope: Scope,
  isIt: (subject: Subject) => boolean,
): Promise<boolean> {
  const isThere = await untilShown(clock, {
    find: () => tree.find(scope, isIt),
    ask: (node) => view.reveal(node, { select: true, focus: true, expand: true }),
    isShown: ({ id }) => view.selection.some((selected) => selected.id === id),
  });
  if (!isThere)
    mention(l10n.t('The tree does not show it in the current view. Refresh, or group by VPC and subnet.'), 5_000);
  return isThere;
}
