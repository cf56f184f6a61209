import { l10n, ThemeIcon } from 'vscode';
import { endpointOf } from '../../session/profile';
import type { Probe } from '../../session/keys/probeKeys';
import { errorText } from '../../words/errorText';
import { identityText } from './tellWhoseKeys';
import type { Answer, Position } from '../../ui/prompter';
import type { ProfileAnswers, ProfileFlowDeps } from './profileAnswers';

/** Tries the keys; shows what failed and why, and lets the user correct them without typing all again. */
export async function askKeyTest(
  { probe, prompter }: ProfileFlowDeps,
  state: ProfileAnswers,
  position: Position,
): Promise<Answer<ProfileAnswers>> {
  const { site = 'public', gatewayUrl, accessKey = '', secretKey = '' } = state;
  const endpoint = endpointOf({ site, gatewayUrl });
  if (!endpoint) return undefined;
  const result = await probe(endpoint, { accessKey, secretKey });
  const regionCode = state.regionCode ?? result.regions?.[0]?.regionCode;
  const next = { ...state, probe: result, ...(regionCode !== undefined && { regionCode }) };
  if (result.failures.length === 0) return { kind: 'next', value: next, unasked: true };
  const failed = result.failures.map(({ call }) => call);
  const works = calls.filter((call) => !failed.includes(call));
  // Calls that failed for the same reason are one row: it is said once, with what it is said of.
  const reasons = Map.groupBy(result.failures, ({ error }) => Object.values(errorText(error)).join('\n'));
  const answer = await prompter.pick({
    ...position,
    placeholder:
      works.length === 0
        ? l10n.t('Both API calls failed: {0}', failed.join(', '))
        : l10n.t('{0} failed, {1} works', failed.join(', '), works.join(', ')),
    choices: [
      ...[...reasons.values()].map((group) => {
        const { summary, repair } = errorText(group[0]?.error);
        return {
          value: 'edit' as const,
          iconPath: new ThemeIcon('error'),
          label: `${group.map(({ call }) => call).join(', ')}: ${summary}`,
          detail: repair,
        };
      }),
      ...works.map((call) => ({
        value: 'edit' as const,
        iconPath: new ThemeIcon('check'),
        label: `${call}: ${worksText(call, result)}`,
      })),
      { value: 'edit' as const, iconPath: new ThemeIcon('edit'), label: l10n.t('Correct the Keys') },
      { value: 'save' as const, iconPath: new ThemeIcon('warning'), label: l10n.t('Save Anyway') },
    ],
  });
  if (answer === undefined) return undefined;
  if (answer.kind === 'back' || answer.value === 'edit') return { kind: 'back', value: { ...state, imported: false } };
  return { kind: 'next', value: { ...next, unproven: true } };
}

const calls = ['caller-identity', 'getRegionList'] as const;

function worksText(call: (typeof calls)[number], { identity, regions = [] }: Probe): string {
  if (call === 'getRegionList') return l10n.t('regions {0}', regions.map((one) => one.regionCode).join(', '));
  return identity ? l10n.t('the keys belong to {0}', identityText(identity)) : l10n.t('works');
}
