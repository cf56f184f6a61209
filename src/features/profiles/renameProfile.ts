import { l10n } from 'vscode';
import { pickProfile } from '../ask/pickProfile';
import { nameProblem } from './nameProblem';
import { setting } from '../../ui/settings';
import type { CommandContext } from '../commandContext';
import { profileOption, type Arguments } from '../readArguments';

/**
 * Rename Profile. By code: `{ profile, name }`; with `interactive: false` a name that cannot be had throws instead of asking. A
 * name that the settings let code change unasked is given by a person only.
 */
export async function renameProfile(
  { prompter, profiles }: Pick<CommandContext, 'prompter' | 'profiles'>,
  args: Arguments,
): Promise<unknown> {
  const { options, isProgrammatic } = args;
  const title = l10n.t('Rename Profile');
  const profile = await pickProfile(prompter, profiles, title, profileOption(args));
  if (!profile) return undefined;
  const taken = profiles.all().flatMap(({ id, name }) => (id === profile.id ? [] : name));
  const validate = (text: string): string | undefined => nameProblem(text, taken);
  const given = options.name;
  const problem = given === undefined ? undefined : validate(given);
  if (isProgrammatic && problem !== undefined) throw new TypeError(problem);
  const opens = given !== undefined && setting('allowUnattendedChanges').includes(given.trim());
  const answer =
    given !== undefined && problem === undefined && !opens
      ? ({ kind: 'next', value: given } as const)
      : await prompter.input({
          title,
          prompt: l10n.t('Name for this account'),
          value: given ?? profile.name,
          validate,
        });
  if (answer?.kind !== 'next') return undefined;
  const name = answer.value.trim();
  const changed = await profiles.update(profile.id, (now) => ({ ...now, name }));
  return changed && { profile: changed.id, name };
}
