import type { AccessControlGroup } from '../../model/accessControlGroup';
import type { Scope } from '../../session/scope';
import type { CommandContext } from '../commandContext';

/** How long the names of ACGs may keep somebody waiting, in milliseconds. */
const patience = 3_000;

/** ACG names are read when they are shown or copied; without the right or the way to read them their numbers do. */
export async function groupsOf(
  { readers }: Pick<CommandContext, 'readers'>,
  scope: Scope,
): Promise<AccessControlGroup[]> {
  try {
    const reader = await readers.open(scope);
    return await reader.groups(AbortSignal.timeout(patience));
  } catch {
    return [];
  }
}
