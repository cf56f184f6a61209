import { l10n } from 'vscode';
import { pickProfile } from '../ask/pickProfile';
import { setting } from '../../ui/settings';
import { shownName } from '../../words/shownName';
import type { CommandContext } from '../commandContext';
import { profileOption, type Arguments } from '../readArguments';
import { allowsUnattended } from '../../plan/policy';

/**
 * Remove Profile: forgets the profile and its keys on this machine; nothing in the cloud changes. By code: `{ profile, confirm: false }`, which asks
 * all the same where code may change nothing unasked: keys that are deleted cannot be had back.
 */
export async function removeProfile(
  {
    prompter,
    profiles,
    credentials,
    sandbox,
  }: Pick<CommandContext, 'prompter' | 'profiles' | 'credentials' | 'sandbox'>,
  args: Arguments,
): Promise<unknown> {
  const profile = await pickProfile(prompter, profiles, l10n.t('Remove Profile'), profileOption(args));
  if (!profile) return undefined;
  const goOn =
    (args.options.confirm === false && allowsUnattended(profile, setting('allowUnattendedChanges'))) ||
    (await prompter.confirm({
      message: l10n.t('Remove profile {0}?', shownName(profile.name)),
      detail: l10n.t('Its keys will be deleted from this machine. Nothing changes in the cloud.'),
      yes: l10n.t('Remove'),
    }));
  if (!goOn) return undefined;
  try {
    // First: keys whose profile is gone would be out of everybody's sight.
    await credentials.remove(profile.id);
  } finally {
    await profiles.remove(profile.id);
  }
  if (profile.site === 'sandbox') sandbox.close();
  return { profile: profile.id };
}
