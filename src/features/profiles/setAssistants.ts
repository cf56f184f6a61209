import { l10n, ThemeIcon } from 'vscode';
import { pickProfile } from '../ask/pickProfile';
import type { Choice } from '../../ui/prompter';
import { assistantAccess, assistantAccesses, type AssistantAccess, type Profile } from '../../session/profile';
import type { CommandContext } from '../commandContext';
import { profileOption, type Arguments } from '../readArguments';

/**
 * Set Assistant Access: what assistants may do with a profile. By code: `{ profile, assistants }`; more access is asked for
 * all the same, except in the sandbox: whoever may only look must not be able to give itself more.
 */
export async function setAssistants(
  { prompter, profiles }: Pick<CommandContext, 'prompter' | 'profiles'>,
  args: Arguments,
): Promise<unknown> {
  const title = l10n.t('Set Assistant Access');
  const wanted = profileOption(args) ?? (profiles.all().length === 1 ? profiles.active()?.id : undefined);
  const profile = await pickProfile(prompter, profiles, title, wanted);
  if (!profile) return undefined;
  const now = assistantAccess(profile);
  const choices = choicesFor(profile);
  const given = choices.find(({ value }) => value === args.options.assistants)?.value;
  const isMore = given !== undefined && assistantAccesses.indexOf(given) > assistantAccesses.indexOf(now);
  const answer =
    given && (profile.site === 'sandbox' || !isMore)
      ? ({ kind: 'next', value: given } as const)
      : await prompter.pick<AssistantAccess>({
          title: `${title} · ${profile.name}`,
          placeholder: l10n.t('What may assistants (language models) do with this profile?'),
          choices,
          active: (access) => access === now,
        });
  if (answer?.kind !== 'next') return undefined;
  const assistants = answer.value;
  const changed = await profiles.update(profile.id, (now) => ({ ...now, assistants }));
  return changed && { profile: changed.id, assistants };
}

function choicesFor({ site }: Profile): Choice<AssistantAccess>[] {
  const apply: Choice<AssistantAccess> = {
    value: 'apply',
    iconPath: new ThemeIcon('beaker'),
    label: l10n.t('Look and change without asking'),
    detail: l10n.t('Only in the sandbox'),
  };
  return [
    {
      value: 'propose',
      iconPath: new ThemeIcon('comment-discussion'),
      label: l10n.t('Look and propose'),
      detail: l10n.t('Assistants plan changes; each is applied only after you say yes in a dialog'),
    },
    {
      value: 'look',
      iconPath: new ThemeIcon('eye'),
      label: l10n.t('Look only'),
      detail: l10n.t('Assistants read the network, findings and history'),
    },
    {
      value: 'off',
      iconPath: new ThemeIcon('circle-slash'),
      label: l10n.t('Off'),
      detail: l10n.t('Assistants see nothing of this profile'),
    },
    ...(site === 'sandbox' ? [apply] : []),
  ];
}
