import { commands, l10n } from 'vscode';
import { viewIds } from '../contributions';
import type { Profile } from '../session/profile';
import { withViewProgress } from '../ui/progress';
import type { CommandContext } from './commandContext';
import type { Arguments } from './readArguments';

/** The profile of the bundled sandbox: no keys, no network. */
export const sandboxProfileId = 'sandbox';

/** Try the Sandbox: starts the local NAVER Cloud, adds its profile and shows it. */
export async function trySandbox(
  { sandbox, profiles, networks }: Pick<CommandContext, 'sandbox' | 'profiles' | 'networks'>,
  { options }: Arguments,
): Promise<unknown> {
  await withViewProgress(() => sandbox.open());
  const known = profiles.get(sandboxProfileId);
  const profile: Profile = known ?? {
    id: sandboxProfileId,
    name: l10n.t('Sandbox'),
    site: 'sandbox',
    regionCode: 'KR',
  };
  if (!known) await profiles.save(profile);
  await profiles.activate(profile.id);
  await networks.load({ profile, regionCode: profile.regionCode });
  if (options.confirm !== false) await commands.executeCommand(`${viewIds.network}.focus`);
  return { profile: profile.id };
}
