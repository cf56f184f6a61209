import { l10n } from 'vscode';
import type { Region } from '../../model/region';
import type { Profile } from '../../session/profile';
import type { KeysContext } from '../profiles/askKeys';
import type { CommandContext } from '../commandContext';
import { needScope } from '../ask/needScope';
import { type Arguments } from '../readArguments';
import { showRegion } from './showRegion';
import { withKeys } from '../ask/withKeys';

/** Switch Region of the profile looked at; the regions are those getRegionList names. By code: `{ regionCode }`. */
export async function switchRegion(
  context: KeysContext & Pick<CommandContext, 'profiles' | 'readers' | 'networks' | 'scopes' | 'tree' | 'view'>,
  args: Arguments,
): Promise<unknown> {
  const scope = needScope(context, { ...args, options: { ...args.options, regionCode: undefined } });
  if (!scope) return undefined;
  const given = args.options.regionCode;
  const regions = await withKeys(context, scope.profile, args, () => context.readers.regions(scope.profile));
  if (!regions) return undefined;
  const regionCode = given ?? (await askRegion(context, scope.profile, regions));
  if (regionCode === undefined) return undefined;
  if (!regions.some((region) => region.regionCode === regionCode)) {
    throw new TypeError(`regionCode must be one of ${regions.map((region) => region.regionCode).join(', ')}`);
  }
  const changed = await context.profiles.update(scope.profile.id, (now) => ({ ...now, regionCode }));
  if (changed) await showRegion(context, { profile: changed, regionCode });
  return changed && { profile: changed.id, regionCode };
}

async function askRegion(
  { prompter }: Pick<CommandContext, 'prompter'>,
  profile: Profile,
  regions: readonly Region[],
): Promise<string | undefined> {
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
