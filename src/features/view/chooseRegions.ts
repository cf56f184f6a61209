import { l10n } from 'vscode';
import { findProfile, type Profile } from '../../session/profile';
import { scopeKey, type Scope } from '../../session/scope';
import type { Readers } from '../../session/regionReader';
import { errorText } from '../../words/errorText';
import { withViewProgress } from '../../ui/progress';
import { whereText } from '../../words/whereText';
import type { CommandContext } from '../commandContext';
import { type Arguments } from '../readArguments';

/**
 * Choose Regions to Show: any regions of any profiles, side by side in the tree. By code: `{ regions: ['profile/KR', …] }`
 * with names or ids of profiles; throws where one of them is not known, and shows nothing else then.
 */
export async function chooseRegions(
  context: Pick<CommandContext, 'profiles' | 'readers' | 'scopes' | 'prompter'>,
  { options }: Arguments,
): Promise<unknown> {
  const { profiles, scopes, prompter } = context;
  const given = options.regions;
  const title = l10n.t('Choose Regions to Show');
  const chosen =
    given?.map((text) => readScope(text, profiles.all())) ??
    (await prompter
      .pickMany<Scope>({
        title,
        placeholder: l10n.t('Select regions to show side by side'),
        ...(await choicesOf(context)),
        typed: () => [],
        validate: () => undefined,
      })
      .then((answer) => (answer?.kind === 'next' ? answer.value : undefined)));
  if (!chosen) return undefined;
  await scopes.pin(chosen);
  return { regions: chosen.map(scopeKey) };
}

async function choicesOf({ profiles, readers, scopes }: Pick<CommandContext, 'profiles' | 'readers' | 'scopes'>) {
  const pinned = new Set(scopes.pinned().map(scopeKey));
  const pinsOf = ({ id }: Profile) => scopes.pinned().flatMap((pin) => (pin.profile.id === id ? pin.regionCode : []));
  const lists = await withViewProgress(() =>
    Promise.all(profiles.all().map((profile) => regionsOf(readers, profile, pinsOf(profile)))),
  );
  const choices = lists.flat().map(({ profile, regionCode, detail }) => ({
    value: { profile, regionCode },
    label: whereText({ profile, regionCode }),
    description: detail,
  }));
  return { choices, picked: choices.filter(({ value }) => pinned.has(scopeKey(value))) };
}

/** A profile that cannot be asked still offers the region it looks at; what is pinned is always offered, or it would be lost. */
async function regionsOf(readers: Pick<Readers, 'regions'>, profile: Profile, pins: readonly string[]) {
  try {
    const regions = await readers.regions(profile);
    const named = regions.map(({ regionCode, regionName }) => ({ profile, regionCode, detail: regionName }));
    const others = pins.filter((pin) => !regions.some(({ regionCode }) => regionCode === pin));
    return [...named, ...others.map((regionCode) => ({ profile, regionCode, detail: '' }))];
  } catch (error) {
    const detail = errorText(error).message;
    return [...new Set([profile.regionCode, ...pins])].map((regionCode) => ({ profile, regionCode, detail }));
  }
}

function readScope(text: string, profiles: readonly Profile[]): Scope {
  const [, name, regionCode] = /^(.+)\/([^/]+)$/.exec(text) ?? [];
  const profile = findProfile(profiles, name);
  if (!profile || regionCode === undefined) {
    throw new TypeError('regions must be <profile>/<region code> each, of a profile that is known');
  }
  return { profile, regionCode };
}
