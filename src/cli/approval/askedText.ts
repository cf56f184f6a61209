import { l10n } from 'vscode';
import type { Plan } from '../../plan/plan';
import { planTitle, sideText } from '../../words/changeText';
import { interfaceName } from '../../words/interfaceTitle';
import { assistantText } from '../../words/change/originText';
import { quotedName, quotingNamer, withQuotedNames } from '../../words/change/quotedNames';
import { shownName } from '../../words/shownName';
import { whereText } from '../../words/whereText';
import { planText } from '../plan/planText';
import type { AskedPlan } from './approvals';

/** What an assistant asks for, whole: who asks, where, both sides of every interface, each call, and last who loses what. */
export function askedText(asked: AskedPlan): string {
  const { digest, host, profile, regionCode, gatewayUrl, validUntil } = asked;
  const plan = withQuotedNames(asked.plan);
  const origin = {
    kind: 'assistant',
    planDigest: digest,
    ...(host !== undefined && { host: quotedName(host) }),
  } as const;
  return [
    l10n.t('An assistant asks: {0}?', planTitle(plan)),
    `${whereText({ profile: { name: profile }, regionCode })} · ${shownName(gatewayUrl)}`,
    `${l10n.t('Asked by')}: ${assistantText(origin)}`,
    l10n.t('Valid until {0}', clockTime(validUntil)),
    '',
    planText(plan, quotingNamer(plan, numberText)),
    ...losersOf(plan),
    l10n.t('Digest: {0}', digest),
  ].join('\n');
}

/** One that waits, for a list. */
export function waitingText({ planId, plan, host, validUntil }: AskedPlan): readonly string[] {
  return [planId, planTitle(withQuotedNames(plan)), host === undefined ? '' : quotedName(host), clockTime(validUntil)];
}

function losersOf({ changes }: Plan): string[] {
  const lines = changes
    .filter(({ loses }) => loses.length > 0)
    .map((change) => l10n.t('{0} loses {1}.', interfaceName(change), sideText(change.loses)));
  return lines.length > 0 ? [...lines, ''] : [];
}

/** Only the interfaces of a plan have names here: nothing else is read. */
const numberText = (no: string): string => l10n.t('interface {0}', shownName(no));

function clockTime(time: number): string {
  const at = new Date(time);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
