import { randomUUID } from 'node:crypto';
import { l10n } from 'vscode';
import type { Credentials } from '../../api/credentials';
import { profileSteps } from './askProfile';
import type { ProfileAnswers } from './profileAnswers';
import { findKeys } from '../../session/keys/ncloudConfigure';
import { probeKeys, type Probe } from '../../session/keys/probeKeys';
import { gatewayFlaw } from '../../model/gateway';
import { endpointOf, type Endpoint, type Profile } from '../../session/profile';
import { nameProblem } from './nameProblem';
import { withNotification } from '../../ui/progress';
import { runWizard } from '../../ui/wizard';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { keysOf, saveKeys } from './keys';
import { tellWhoseKeys } from './tellWhoseKeys';

type Context = Pick<CommandContext, 'profiles' | 'credentials' | 'apis' | 'prompter' | 'env' | 'log' | 'clock'>;

/**
 * Add Profile. By code: `{ name, site, gatewayUrl, accessKey, secretKey, regionCode, interactive: false }`; the keys are tried
 * all the same, and with `interactive: false` a failed test throws its first error instead of asking.
 */
export async function addProfile(context: Context, { options, isProgrammatic }: Arguments): Promise<unknown> {
  const given = givenAnswers(options);
  const answers = isProgrammatic
    ? await proveOrThrow(context, given)
    : await runWizard(
        l10n.t('Add Profile'),
        profileSteps(
          {
            prompter: context.prompter,
            found: await findKeys(context.env),
            namesTaken: context.profiles.all().map(({ name }) => name),
            now: () => context.clock.now(),
            probe: (endpoint, credentials) => tryKeys(context, endpoint, credentials),
          },
          given,
        ),
        given,
      );
  if (!answers) return undefined;
  const { site = 'public', gatewayUrl, name = site, regionCode = 'KR' } = answers;
  const profile: Profile = {
    id: randomUUID(),
    name,
    site,
    regionCode,
    ...(site === 'custom' && gatewayUrl !== undefined && { gatewayUrl }),
  };
  if (!(await saveKeys(context, profile, keysOf(answers, context.clock)))) return undefined;
  await context.profiles.save(profile);
  await context.profiles.activate(profile.id);
  if (!isProgrammatic) tellWhoseKeys(profile, answers.probe);
  return { profile: profile.id, regionCode };
}

function givenAnswers(options: Arguments['options']): ProfileAnswers {
  const texts = ['gatewayUrl', 'name', 'accessKey', 'secretKey', 'regionCode', 'site', 'expires'] as const;
  const given = texts.map((key) => [key, options[key]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

async function proveOrThrow(context: Context, given: ProfileAnswers): Promise<ProfileAnswers> {
  const { site = 'public', name = site, gatewayUrl, accessKey = '', secretKey = '' } = given;
  const taken = context.profiles.all().map((profile) => profile.name);
  const problem = nameProblem(name, taken);
  if (problem !== undefined) throw new TypeError(problem);
  const flaw = site === 'custom' ? gatewayFlaw(gatewayUrl ?? '') : undefined;
  if (flaw !== undefined) throw new TypeError(`gatewayUrl ${flaw}`);
  const endpoint = endpointOf({ site, gatewayUrl });
  if (!endpoint) throw new TypeError('site is not known');
  const probe = await tryKeys(context, endpoint, { accessKey, secretKey });
  const [failure] = probe.failures;
  if (failure) throw failure.error;
  const regionCode = given.regionCode ?? probe.regions?.[0]?.regionCode;
  return { ...given, ...(regionCode !== undefined && { regionCode }) };
}

/** Asks the service who the keys belong to and what regions they see; nothing is saved. */
export async function tryKeys(
  { apis }: Pick<CommandContext, 'apis'>,
  endpoint: Endpoint,
  credentials: Credentials,
): Promise<Probe> {
  return withNotification(l10n.t('Testing the keys…'), async (signal) => {
    const api = await apis.probe(endpoint, credentials);
    return probeKeys(api, { signal }).finally(() => api.dispose());
  });
}
