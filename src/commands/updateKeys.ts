import { l10n } from 'vscode';
import { pickProfile } from '../flows/pickProfile';
import { askKeys } from './askKeys';
import type { CommandContext } from './commandContext';
import { profileOption, type Arguments } from './readArguments';

/** Enter Keys: new keys for a profile that lost or changed them; tried before they replace the old ones. By code: `{ profile }`. */
export async function updateKeys(context: CommandContext, args: Arguments): Promise<unknown> {
  const { profiles, prompter, networks } = context;
  const wanted = profileOption(args) ?? (profiles.all().length === 1 ? profiles.active()?.id : undefined);
  const profile = await pickProfile(prompter, profiles, l10n.t('Enter Keys'), wanted);
  if (!profile || !(await askKeys(context, profile))) return undefined;
  await networks.refresh({ profile, regionCode: profile.regionCode }).catch(() => undefined);
  return { profile: profile.id };
}
