import { l10n, ThemeIcon } from 'vscode';
import { findProfile, type Profile } from '../../session/profile';
import type { ProfileStore } from '../../session/profileStore';
import type { Choice, Prompter } from '../../ui/prompter';
import { siteText } from '../../words/siteText';

/** Asks for one of the profiles, or for one of `more`; answers at once when its id or name came as an option. */
export async function pickProfile<T extends string = never>(
  prompter: Prompter,
  profiles: Pick<ProfileStore, 'all' | 'active'>,
  title: string,
  wanted?: string,
  more: readonly Choice<T>[] = [],
): Promise<Profile | T | undefined> {
  const all = profiles.all();
  if (wanted !== undefined) return findProfile(all, wanted);
  const active = profiles.active();
  const answer = await prompter.pick<Profile | T>({
    title,
    placeholder: all.length === 0 ? l10n.t('No profiles yet.') : l10n.t('Which profile?'),
    choices: [
      ...all.map((profile) => ({
        value: profile,
        iconPath: new ThemeIcon('account'),
        label: profile.name,
        description: [
          siteText(profile.site),
          profile.regionCode,
          ...(profile.id === active?.id ? [l10n.t('current')] : []),
        ].join(' · '),
      })),
      ...more,
    ],
    active: (value) => typeof value !== 'string' && value.id === active?.id,
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}
