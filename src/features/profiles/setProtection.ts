import { l10n, ThemeIcon } from 'vscode';
import { pickProfile } from '../ask/pickProfile';
import { protections, type Protection } from '../../session/profile';
import type { CommandContext } from '../commandContext';
import { profileOption, type Arguments } from '../readArguments';

/**
 * Set Protection: what a profile lets happen. By code: `{ profile, protection }`; weaker protection is asked for all the
 * same, except in the sandbox: whoever may not change an account must not be able to open it either.
 */
export async function setProtection(
  { prompter, profiles }: Pick<CommandContext, 'prompter' | 'profiles'>,
  args: Arguments,
): Promise<unknown> {
  const title = l10n.t('Set Protection');
  const wanted = profileOption(args) ?? (profiles.all().length === 1 ? profiles.active()?.id : undefined);
  const profile = await pickProfile(prompter, profiles, title, wanted);
  if (!profile) return undefined;
  const now = profile.protection ?? 'none';
  const isOpening = (wanted: Protection): boolean => protections.indexOf(wanted) < protections.indexOf(now);
  const given = args.options.protection;
  const answer =
    given && (profile.site === 'sandbox' || !isOpening(given))
      ? ({ kind: 'next', value: given } as const)
      : await prompter.pick<Protection>({
          title: `${title} · ${profile.name}`,
          placeholder: l10n.t('Which changes are allowed through this profile?'),
          choices: [
            {
              value: 'none',
              iconPath: new ThemeIcon('unlock'),
              label: l10n.t('Normal'),
              detail: l10n.t('Changes are reviewed as set in ncloudIp.confirm'),
            },
            {
              value: 'protected',
              iconPath: new ThemeIcon('shield'),
              label: l10n.t('Protected'),
              detail: l10n.t('Each change asks for the interface name'),
            },
            {
              value: 'readOnly',
              iconPath: new ThemeIcon('lock'),
              label: l10n.t('Read-only'),
              detail: l10n.t('Every change is refused'),
            },
          ],
          active: (protection) => protection === now,
        });
  if (answer?.kind !== 'next') return undefined;
  const protection = answer.value;
  const changed = await profiles.update(profile.id, (now) => ({ ...now, protection }));
  return changed && { profile: changed.id, protection };
}
