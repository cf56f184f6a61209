import { l10n, ThemeIcon } from 'vscode';
import { endpointOf } from '../session/profile';
import { errorText } from '../ui/errorText';
import type { Answer, Position } from '../ui/prompter';
import type { ProfileAnswers, ProfileFlowDeps } from './profileAnswers';

/** Tries the keys; shows what failed and why, and lets the user correct them without typing all again. */
export async function askKeyTest(
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
        iconPath: new ThemeIcon('error'),
        label: `${call}: ${summary}`,
        detail: repair,
      })),
      { value: 'edit' as const, iconPath: new ThemeIcon('edit'), label: l10n.t('Correct the keys') },
      { value: 'save' as const, iconPath: new ThemeIcon('warning'), label: l10n.t('Save Anyway') },
    ],
  });
  if (answer === undefined) return undefined;
  if (answer.kind === 'back' || answer.value === 'edit') return { kind: 'back', value: { ...state, imported: false } };
  return { kind: 'next', value: { ...next, unproven: true } };
}
