import type { CommandContext } from '../commandContext';
import { needScope } from '../ask/needScope';
import type { Arguments } from '../readArguments';
import { showRegion } from './showRegion';

/** Switch Here: looks at the region, or the profile, of the row it is called on; commands of the palette are about it then. */
export async function switchHere(
  context: Pick<CommandContext, 'profiles' | 'networks' | 'scopes' | 'tree' | 'view'>,
  args: Arguments,
): Promise<unknown> {
  const scope = needScope(context, args);
  if (!scope) return undefined;
  const { profiles } = context;
  const { profile } = scope;
  // The row of a profile stands for all of its regions: the one looked at last stays.
  const regionCode = args.subjects[0]?.kind === 'profile' ? profile.regionCode : scope.regionCode;
  const changed = await profiles.update(profile.id, (now) => ({ ...now, regionCode }));
  if (!changed) return undefined;
  await profiles.activate(profile.id);
  await showRegion(context, { profile: changed, regionCode });
  return { profile: profile.id, regionCode };
}
