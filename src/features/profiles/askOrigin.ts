import { l10n, ThemeIcon } from 'vscode';
import { dropAbsent } from '../../model/dropAbsent';
import { endpointOf } from '../../session/profile';
import { mapAnswer, type Answer, type Position } from '../../ui/prompter';
import { siteText } from '../../words/siteText';
import type { ProfileAnswers, ProfileFlowDeps } from './profileAnswers';

const siteNames = ['public', 'gov', 'fin', 'custom'] as const;

/** Which site the keys are of, or which keys found on this machine; and whether they end. */
export async function askOrigin(
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
      ...dropAbsent({ gatewayUrl, regionCode }),
      ...given,
    } satisfies ProfileAnswers,
    iconPath: new ThemeIcon('key'),
    label: l10n.t('Import {0}', name),
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
    placeholder: l10n.t('Which NAVER Cloud site?'),
    choices: [
      ...found,
      ...fresh,
      {
        value: toggle,
        iconPath: new ThemeIcon('clock'),
        label: l10n.t('Temporary keys (STS)'),
        ...(isTemporary && { description: l10n.t('on') }),
        detail: l10n.t('Asks when they expire, shows it, and then asks for new ones'),
      },
    ],
    active: (value) => value !== toggle && value.site === state.site && value.imported === state.imported,
  });
  if (answer?.kind === 'next' && answer.value === toggle) return askOrigin(deps, given, toggle, position);
  return mapAnswer(answer, (value) => (isTemporary ? { ...value, temporary: true } : value));
}
