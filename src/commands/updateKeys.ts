import { l10n } from 'vscode';
import { pickProfile } from '../flows/pickProfile';
import { profileSteps, type ProfileAnswers } from '../flows/askProfile';
import { runWizard } from '../ui/wizard';
import { tryKeys } from './addProfile';
import type { CommandContext } from './commandContext';
import { textOption, type Arguments } from './readArguments';
import { saveKeys } from './saveKeys';

/** Enter Keys: new keys for a profile that lost or changed them; tried before they replace the old ones. */
export async function updateKeys(context: CommandContext, { options }: Arguments): Promise<unknown> {
  const { profiles, prompter, networks } = context;
  const wanted = textOption(options, 'profile') ?? (profiles.all().length === 1 ? profiles.active()?.id : undefined);
  const profile = await pickProfile(prompter, profiles, l10n.t('Enter Keys'), wanted);
  if (!profile) return undefined;
  if (profile.site === 'sandbox') return networks.refresh({ profile, regionCode: profile.regionCode });
  const { site, name, regionCode, gatewayUrl } = profile;
  const given: ProfileAnswers = { site, name, regionCode, ...(gatewayUrl !== undefined && { gatewayUrl }) };
  const steps = profileSteps(
    { prompter, found: [], namesTaken: [], probe: (endpoint, keys) => tryKeys(context, endpoint, keys) },
    given,
  );
  const answers = await runWizard(`${l10n.t('Enter Keys')} · ${name}`, steps, given);
  if (!answers) return undefined;
  const { accessKey = '', secretKey = '' } = answers;
  return (await saveKeys(context, profile, { accessKey, secretKey })) ? { profile: profile.id } : undefined;
}
