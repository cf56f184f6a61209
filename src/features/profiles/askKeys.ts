import { l10n } from 'vscode';
import { haveEnded, type Credentials } from '../../api/credentials';
import { profileSteps } from './askProfile';
import type { ProfileAnswers } from './profileAnswers';
import { MissingKeysError } from '../../session/keys/missingKeys';
import type { Profile } from '../../session/profile';
import { errorText } from '../../words/errorText';
import { notify } from '../../ui/notify';
import { runWizard } from '../../ui/wizard';
import { tryKeys } from './addProfile';
import type { CommandContext } from '../commandContext';
import { currentScope } from '../ask/currentScope';
import { keysOf, readKeys, saveKeys } from './keys';
import { tellWhoseKeys } from './tellWhoseKeys';
import { pickProfile } from '../ask/pickProfile';
import { profileOption, type Arguments } from '../readArguments';

/** What asking for keys needs. */
export type KeysContext = Pick<CommandContext, 'profiles' | 'apis' | 'credentials' | 'prompter' | 'log' | 'clock'>;

/**
 * Asks for a profile's keys, saying why, tries them and saves them. False when the user thought better of it. Throws, and
 * keeps nothing, when the profile was removed meanwhile. `refusal`: what the keys that are there came to.
 */
export async function askKeys(context: KeysContext, profile: Profile, refusal?: unknown): Promise<boolean> {
  const { site, name, regionCode, gatewayUrl } = profile;
  if (site === 'sandbox') return true;
  const { keys: old, missing } = await goodKeys(context, profile);
  const why = missing ?? refusal;
  const given: ProfileAnswers = {
    site,
    name,
    regionCode,
    ...(gatewayUrl !== undefined && { gatewayUrl }),
    ...(old?.expiresAt !== undefined && { temporary: true }),
  };
  const steps = profileSteps(
    {
      prompter: context.prompter,
      reason: why === undefined ? undefined : errorText(why).message,
      found: [],
      namesTaken: [],
      now: () => context.clock.now(),
      probe: (endpoint, keys) => tryKeys(context, endpoint, keys),
    },
    given,
  );
  const answers = await runWizard(`${l10n.t('Enter Keys')} · ${name}`, steps, given);
  if (!answers) return false;
  const scope = { profile, regionCode };
  currentScope(context, scope);
  const isSaved = await saveKeys(context, profile, keysOf(answers, context.clock));
  // Saving takes its time as well: nothing may be kept for a profile that is gone.
  if (!context.profiles.get(profile.id)) await context.credentials.remove(profile.id);
  currentScope(context, scope);
  if (isSaved) tellWhoseKeys(profile, answers.probe);
  return isSaved;
}

/** Before work that needs keys: asks for them where they are missing or have ended, so that the work can go on. */
export async function ensureKeys(context: KeysContext, profile: Profile): Promise<boolean> {
  if (profile.site === 'sandbox') return true;
  return (await goodKeys(context, profile)).missing === undefined || askKeys(context, profile);
}

/** The keys that are there, and what is wrong with them, as far as this machine can tell. */
async function goodKeys(
  context: KeysContext,
  profile: Profile,
): Promise<{ readonly keys: Credentials | undefined; readonly missing: MissingKeysError | undefined }> {
  let reason: MissingKeysError['reason'] = 'absent';
  const keys = await readKeys(context, profile, () => (reason = 'unreadable'));
  if (keys) reason = 'ended';
  const isGood = keys !== undefined && !haveEnded(keys, context.clock.now());
  return { keys, missing: isGood ? undefined : new MissingKeysError(profile, reason) };
}

/** Enter Keys: new keys for a profile that lost or changed them; tried before they replace the old ones. By code: `{ profile }`. */
export async function updateKeys(context: CommandContext, args: Arguments): Promise<unknown> {
  const { profiles, prompter, networks } = context;
  const wanted = profileOption(args) ?? (profiles.all().length === 1 ? profiles.active()?.id : undefined);
  const profile = await pickProfile(prompter, profiles, l10n.t('Enter Keys'), wanted);
  if (profile?.site === 'sandbox')
    void notify('info', l10n.t('The sandbox creates its own keys. You do not need to enter any.'));
  if (!profile || !(await askKeys(context, profile))) return undefined;
  await networks.refresh({ profile, regionCode: profile.regionCode }).catch(() => undefined);
  return { profile: profile.id };
}
