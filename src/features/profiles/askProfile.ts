import { l10n } from 'vscode';
import { parseExpiry } from '../../session/keys/parseExpiry';
import { gatewayFlaw } from '../../model/gateway';
import { nameProblem } from './nameProblem';
import { mapAnswer } from '../../ui/prompter';
import type { WizardStep } from '../../ui/wizard';
import { askKeyTest } from './askKeyTest';
import { askOrigin } from './askOrigin';
import type { ProfileAnswers, ProfileFlowDeps } from './profileAnswers';

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
      { prompt: l10n.t('API gateway address'), placeholder: 'https://ncloud.apigw.ntruss.com' },
      (url) =>
        gatewayFlaw(url) === undefined
          ? undefined
          : l10n.t('Enter an https:// address; http:// is allowed on this machine only.'),
    ),
    text('name', { prompt: l10n.t('Name for this account'), placeholder: l10n.t('For example: production') }, (name) =>
      nameProblem(name, deps.namesTaken),
    ),
    text(
      'accessKey',
      {
        prompt: [deps.reason, l10n.t('Access key (My Account › Authentication key, or Sub Account)')]
          .filter(Boolean)
          .join(' '),
        placeholder: 'ncpTestAccessKey0001',
      },
      keyProblem,
    ),
    text('secretKey', { prompt: l10n.t('Secret key'), password: true }, keyProblem),
    text(
      'expires',
      { prompt: l10n.t('When do these keys expire? Minutes from now, or the expireTime from STS'), placeholder: '60' },
      (when) =>
        parseExpiry(when, deps.now()) === undefined
          ? l10n.t('Enter minutes from 1 to 720, or a future time like 2026-01-05T14:22:07+0900.')
          : undefined,
    ),
    { isNeeded: (state) => state.unproven !== true, ask: (state, position) => askKeyTest(deps, state, position) },
    {
      isNeeded: (state) => given.regionCode === undefined && (state.probe?.regions?.length ?? 0) > 1,
      ask: async (state, position) =>
        mapAnswer(
          await prompter.pick({
            ...position,
            placeholder: l10n.t('Region to show first'),
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
  return key !== 'gatewayUrl' || gatewayFlaw(gatewayUrl) === undefined;
}

function keyProblem(key: string): string | undefined {
  if (key === '') return l10n.t('Paste the key.');
  return /\s/.test(key) ? l10n.t('Keys contain no spaces. Copy it again.') : undefined;
}
