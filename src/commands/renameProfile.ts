import { l10n } from 'vscode';
import { pickProfile } from '../flows/pickProfile';
import type { CommandContext } from './commandContext';
import { textOption, type Arguments } from './readArguments';

/** Rename Profile. By code: `{ profile, name }`. */
export async function renameProfile(
  { prompter, profiles }: Pick<CommandContext, 'prompter' | 'profiles'>,
  { options }: Arguments,
): Promise<unknown> {
  const title = l10n.t('Rename Profile');
  const profile = await pickProfile(prompter, profiles, title, textOption(options, 'profile'));
  if (!profile) return undefined;
  const others = profiles.all().filter(({ id }) => id !== profile.id);
  const validate = (text: string): string | undefined => {
    const name = text.trim();
    if (name === '') return l10n.t('Write a name.');
    return others.some((other) => other.name === name)
      ? l10n.t('There is a profile {0} already: choose another name.', name)
      : undefined;
  };
  const given = textOption(options, 'name');
  const answer =
    given !== undefined && validate(given) === undefined
      ? ({ kind: 'next', value: given } as const)
      : await prompter.input({
          title,
          prompt: l10n.t('A name for this account'),
          value: given ?? profile.name,
          validate,
        });
  if (answer?.kind !== 'next') return undefined;
  await profiles.save({ ...profile, name: answer.value.trim() });
  return { profile: profile.id, name: answer.value.trim() };
}
