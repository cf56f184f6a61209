import type { Scope } from '../../session/scope';
import type { CommandContext } from '../commandContext';

/**
 * Shows a region that was just switched to: its row is opened where several stand side by side, and what could not be read
 * before is tried again, which the row then tells.
 */
export async function showRegion(
  { networks, scopes, tree, view }: Pick<CommandContext, 'networks' | 'scopes' | 'tree' | 'view'>,
  scope: Scope,
): Promise<void> {
  if (networks.state(scope).kind === 'failed') void networks.refresh(scope).catch(() => undefined);
  if (scopes.shown().length < 2) return;
  const node = await tree.find(scope, ({ kind }) => kind === 'region');
  // Opening the row reads the region, which nobody has to wait for.
  if (node) void view.reveal(node, { select: true, focus: false, expand: true }).then(undefined, () => undefined);
}
