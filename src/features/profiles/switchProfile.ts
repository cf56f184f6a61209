import { commands, l10n, ThemeIcon } from 'vscode';
import type { CommandId } from '../../contributions';
import { pickProfile } from '../ask/pickProfile';
import type { CommandContext } from '../commandContext';
import { type Arguments } from '../readArguments';

/** Switch Profile: looks at another account, also one that is added on the spot. By code: `{ profile }`, an id or a name. */
export async function switchProfile(
  { prompter, profiles }: Pick<CommandContext, 'prompter' | 'profiles'>,
  { options }: Arguments,
): Promise<unknown> {
  const add = { value: 'add' as const, iconPath: new ThemeIcon('add'), label: `${l10n.t('Add Profile')}…` };
  const title = l10n.t('Switch Profile');
  const profile = await pickProfile(prompter, profiles, title, options.profile, [add]);
  if (profile === 'add') return commands.executeCommand('ncloudIp.addProfile' satisfies CommandId);
  if (!profile) return undefined;
  await profiles.activate(profile.id);
  return { profile: profile.id };
}
