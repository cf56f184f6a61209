import { l10n } from 'vscode';
import type { Scope } from '../../session/networkStore';
import type { Subject } from '../../tree/node';
import { mention } from '../../ui/notify';
import type { CommandContext } from '../commandContext';

/** A tree that is drawn anew forgets what it was asked to show, and says nothing: then it is asked again, so often and so many ms later. */
const attempts = 10;
const pauseMs = 200;

/** Shows and selects a node of the tree, in spite of a filter that hides it; true when it was found. */
export async function reveal(
  { tree, view, clock }: Pick<CommandContext, 'tree' | 'view' | 'clock'>,
  scope: Scope,
  isIt: (subject: Subject) => boolean,
): Promise<boolean> {
  for (let left = attempts - 1; ; left -= 1) {
    const node = await tree.find(scope, isIt);
    if (!node) {
      mention(l10n.t('The tree does not show it in the current view. Refresh, or group by VPC and subnet.'), 5_000);
      return false;
    }
    const asked = view.reveal(node, { select: true, focus: true, expand: true });
    // A row that went while it was being shown is the same case.
    await (left > 0 ? asked.then(undefined, () => undefined) : asked);
    if (left === 0 || view.selection.some(({ id }) => id === node.id)) return true;
    await clock.sleep(pauseMs);
  }
}
