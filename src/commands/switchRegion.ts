import { l10n } from 'vscode';
import type { CommandContext } from './commandContext';
import { needScope } from './needScope';
import { textOption, type Arguments } from './readArguments';

/** Switch Region of the profile looked at; the regions are those getRegionList names. By code: `{ regionCode }`. */
export async function switchRegion(
  context: Pick<CommandContext, 'prompter' | 'profiles' | 'apis'>,
  args: Arguments,
): Promise<unknown> {
  const scope = needScope(context, { ...args, options: { ...args.options, regionCode: undefined } });
  if (!scope) return undefined;
  const regionCode = textOption(args.options, 'regionCode') ?? (await askRegion(context, scope.profile));
  if (regionCode === undefined) return undefined;
  await context.profiles.save({ ...scope.profile, regionCode });
  return { profile: scope.profile.id, regionCode };
}

async function askRegion(
  { apis, prompter }: Pick<CommandContext, 'prompter' | 'apis'>,
  profile: Parameters<CommandContext['apis']['get']>[0],
): Promise<string | undefined> {
  const regions = await (await apis.get(profile)).getRegionList();
  const answer = await prompter.pick({
    title: `${l10n.t('Switch Region')} · ${profile.name}`,
    placeholder: l10n.t('Which region?'),
    choices: regions.map(({ regionCode, regionName }) => ({
      value: regionCode,
      label: regionCode,
      description: [regionName, ...(regionCode === profile.regionCode ? [l10n.t('current')] : [])].join(' · '),
    })),
    active: (regionCode) => regionCode === profile.regionCode,
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}
