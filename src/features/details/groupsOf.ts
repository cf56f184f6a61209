import type { AccessControlGroup } from '../../model/accessControlGroup';
import type { Scope } from '../../session/networkStore';
import type { CommandContext } from '../commandContext';

/** How long the names of ACGs may keep somebody waiting, in milliseconds. */
const patience = 3_000;

/** ACG names are read when they are shown or copied; without the right or the way to read them their numbers do. */
export async function groupsOf(
  { apis, groupNames }: Pick<CommandContext, 'apis' | 'groupNames'>,
  scope: Scope,
): Promise<AccessControlGroup[]> {
  try {
    const api = await apis.get(scope.profile);
    const groups = await api.getAccessControlGroupList(scope.regionCode, { signal: AbortSignal.timeout(patience) });
    groupNames.set(scope, groups);
    return groups;
  } catch {
    return [];
  }
}
