import { l10n } from 'vscode';
import { pickProfile } from '../flows/pickProfile';
import type { CommandContext } from './commandContext';
import { textOption, type Arguments } from './readArguments';

/** Switch Profile: looks at another account. By code: `{ profile }`, an id or a name. */
export async function switchProfile(
  { prompter, profiles }: Pick<CommandContext, 'prompter' | 'profiles'>,
  { options }: Arguments,
): Promise<unknown> {
  const profile = await pickProfile(prompter, profiles, l10n.t('Switch Profile'), textOption(options, 'profile'));
  if (!profile) return undefined;
  await profiles.activate(profile.id);
  return { profile: profile.id };
}
