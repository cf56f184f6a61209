import { l10n } from 'vscode';
import type { Credentials } from '../api/credentials';
import { parseExpiry } from '../session/parseExpiry';
import type { FoundKeys } from '../session/ncloudConfigure';
import type { Probe } from '../session/probeKeys';
import { endpointOf, isAllowedGateway, type Endpoint, type Profile } from '../session/profile';
import { errorText } from '../ui/errorText';
import { nameProblem } from '../ui/nameProblem';
import { mapAnswer, type Answer, type Position, type Prompter } from '../ui/prompter';
import { siteText } from '../ui/siteText';
import type { WizardStep } from '../ui/wizard';

/** What the wizard knows so far of a profile to be. */
export interface ProfileAnswers {
  readonly site?: Exclude<Profile['site'], 'sandbox'>;
  readonly gatewayUrl?: string;
  readonly name?: string;
  readonly accessKey?: string;
  readonly secretKey?: string;
  readonly regionCode?: string;
  readonly probe?: Probe;
  /** Saved although the test failed, because the user said so. */
  readonly unproven?: boolean;
  readonly imported?: boolean;
  /** Keys of STS, which end. */
  readonly temporary?: boolean;
  /** As typed: minutes, or a moment. */
  readonly expires?: string;
}

/** What the questions of a profile need of the world around them. */
export interface ProfileFlowDeps {
  readonly prompter: Prompter;
  /** Keys found on this machine, for the first question. */
  readonly found: readonly FoundKeys[];
  readonly namesTaken: readonly string[];
  readonly now: () => number;
  /** Tries the keys at the endpoint: caller-identity and getRegionList. */
  readonly probe: (endpoint: Endpoint, credentials: Credentials) => Promise<Probe>;
}

const siteNames = ['public', 'gov', 'fin', 'custom'] as const;

/** The questions of a new profile; each is skipped when `given` has its answer. The keys are tried before anything is saved. */
export function profileSteps(deps: ProfileFlowDeps, given: ProfileAnswers): WizardStep<ProfileAnswers>[] {
  const { prompter } = deps;
  const text = (
    key: 'gatewayUrl' | 'name' | 'accessKey' | 'secretKey' | 'expires',
    question: { prompt: string; placeholder?: string; password?: boolean },
    validate: (text: string) => string | undefined,
  ): WizardStep<ProfileAnswers> => ({
    isNeeded: (state) =>
      given[key] === undefined &&
      (key !== 'gatewayUrl' || state.site === 'custom') &&
      (key !== 'expires' || state.temporary === true) &&
      !isFound(state, key),
    ask: async (state, position) =>
      mapAnswer(
        await prompter.input({
          ...position,
          ...question,
          value: state[key] ?? '',
          validate: (t) => validate(t.trim()),
        }),
        (value) => ({ ...state, [key]: value.trim(), ...(key !== 'name' && { unproven: false }) }),
      ),
  });

  return [
    {
      isNeeded: () => given.site === undefined,
      ask: (state, position) => askOrigin(deps, given, state, position),
    },
    text(
      'gatewayUrl',
      { prompt: l10n.t('Address of the API gateway'), placeholder: 'https://ncloud.apigw.ntruss.com' },
      (url) =>
        isAllowedGateway(url)
          ? undefined
          : l10n.t('Write an https:// address; http:// is allowed on this machine only.'),
    ),
    text(
      'name',
      { prompt: l10n.t('A name for this account'), placeholder: l10n.t('for example: production') },
      (name) => nameProblem(name, deps.namesTaken),
    ),
    text(
      'accessKey',
      {
        prompt: l10n.t('Access key (My Account › Authentication key, or Sub Account)'),
        placeholder: 'ncpTestAccessKey0001',
      },
      keyProblem,
    ),
    text('secretKey', { prompt: l10n.t('Secret key'), password: true }, keyProblem),
    text(
      'expires',
      { prompt: l10n.t('When do these keys end? Minutes from now, or the expireTime of STS'), placeholder: '60' },
      (when) =>
        parseExpiry(when, deps.now()) === undefined
          ? l10n.t('Write minutes from 1 to 720, or a moment to come like 2026-01-05T14:22:07+0900.')
          : undefined,
    ),
    { isNeeded: (state) => state.unproven !== true, ask: (state, position) => askTest(deps, state, position) },
    {
      isNeeded: (state) => given.regionCode === undefined && (state.probe?.regions?.length ?? 0) > 1,
      ask: async (state, position) =>
        mapAnswer(
          await prompter.pick({
            ...position,
            placeholder: l10n.t('Region to look at first'),
            choices: (state.probe?.regions ?? []).map(({ regionCode, regionName }) => ({
              value: regionCode,
              label: regionCode,
              description: regionName,
            })),
            active: (regionCode) => regionCode === state.regionCode,
          }),
          (regionCode) => ({ ...state, regionCode }),
        ),
    },
  ];
}

/** An import brings keys and their address; the address is asked again when no signed request may go there. */
function isFound({ imported, gatewayUrl = '' }: ProfileAnswers, key: keyof ProfileAnswers): boolean {
  if (imported !== true || key === 'name' || key === 'expires') return false;
  return key !== 'gatewayUrl' || isAllowedGateway(gatewayUrl);
}

function keyProblem(key: string): string | undefined {
  if (key === '') return l10n.t('Paste the key.');
  return /\s/.test(key) ? l10n.t('A key has no blanks: copy it again.') : undefined;
}

async function askOrigin(
  deps: ProfileFlowDeps,
  given: ProfileAnswers,
  state: ProfileAnswers,
  position: Position,
): Promise<Answer<ProfileAnswers>> {
  const found = deps.found.map(({ name, site, gatewayUrl, accessKey, secretKey, regionCode }) => ({
    value: {
      imported: true,
      site,
      name,
      accessKey,
      secretKey,
      ...(gatewayUrl !== undefined && { gatewayUrl }),
      ...(regionCode !== undefined && { regionCode }),
      ...given,
    } satisfies ProfileAnswers,
    label: `$(key) ${l10n.t('Import {0}', name)}`,
    description: siteText(site),
    detail: name === 'Environment' ? l10n.t('from NCLOUD_* variables') : '~/.ncloud/configure',
  }));
  const fresh = siteNames.map((site) => ({
    value: site === state.site && state.imported !== true ? state : { ...given, site },
    label: siteText(site),
    ...(site !== 'custom' && { description: endpointOf({ site })?.gatewayUrl ?? '' }),
  }));
  const isTemporary = state.temporary === true;
  const toggle = { ...state, temporary: !isTemporary };
  const answer = await deps.prompter.pick<ProfileAnswers>({
    ...position,
    placeholder: l10n.t('Which NAVER Cloud?'),
    choices: [
      ...found,
      ...fresh,
      {
        value: toggle,
        label: `$(clock) ${l10n.t('The keys are temporary (STS)')}`,
        ...(isTemporary && { description: `$(check) ${l10n.t('on')}` }),
        detail: l10n.t('Asks when they end, shows it, and asks for new ones then'),
      },
    ],
    active: (value) => value !== toggle && value.site === state.site && value.imported === state.imported,
  });
  if (answer?.kind === 'next' && answer.value === toggle) return askOrigin(deps, given, toggle, position);
  return mapAnswer(answer, (value) => (isTemporary ? { ...value, temporary: true } : value));
}

/** Tries the keys; shows what failed and why, and lets the user correct them without typing all again. */
async function askTest(
  { probe, prompter }: ProfileFlowDeps,
  state: ProfileAnswers,
  position: Position,
): Promise<Answer<ProfileAnswers>> {
  const { site = 'public', gatewayUrl, accessKey = '', secretKey = '' } = state;
  const endpoint = endpointOf({ site, ...(gatewayUrl !== undefined && { gatewayUrl }) });
  if (!endpoint) return undefined;
  const result = await probe(endpoint, { accessKey, secretKey });
  const regionCode = state.regionCode ?? result.regions?.[0]?.regionCode;
  const next = { ...state, probe: result, ...(regionCode !== undefined && { regionCode }) };
  if (result.failures.length === 0) return { kind: 'next', value: next, unasked: true };
  const lines = result.failures.map(({ call, error }) => ({ call, ...errorText(error) }));
  const answer = await prompter.pick({
    ...position,
    placeholder: l10n.t('The test failed: {0}', lines.map(({ call }) => call).join(', ')),
    choices: [
      ...lines.map(({ call, summary, repair }) => ({
        value: 'edit' as const,
        label: `$(error) ${call}: ${summary}`,
        detail: repair,
      })),
      { value: 'edit' as const, label: `$(edit) ${l10n.t('Correct the keys')}` },
      { value: 'save' as const, label: `$(warning) ${l10n.t('Save all the same')}` },
    ],
  });
  if (answer === undefined) return undefined;
  if (answer.kind === 'back' || answer.value === 'edit') return { kind: 'back', value: { ...state, imported: false } };
  return { kind: 'next', value: { ...next, unproven: true } };
}
