import { l10n } from 'vscode';
import type { Check } from '../doctor/check';
import type { Diagnosis } from '../doctor/diagnosis';
import { doctorText } from './doctorText';
import { factList } from './factList';
import { plain } from './plain';

/** What the report says about where it was made, beside what the doctor found. */
export interface ReportAbout {
  readonly profileName: string;
  readonly site: string;
  /** E.g. `VS Code 1.101.0 · linux · ssh-remote`. */
  readonly machine: string;
}

/** The diagnosis as Markdown to read and to send to whoever can help: of the keys it has four characters at most. */
export function doctorReport(found: Diagnosis, { profileName, site, machine }: ReportAbout): string {
  const diagnosis = {
    ...found,
    checks: found.checks.map(inert),
    ...(found.failing && { failing: inert(found.failing) }),
  };
  const { at, gatewayUrl, stsUrl, regionCode, keyHint, isProxyStrict, checks } = diagnosis;
  const hosts = [...new Set([gatewayUrl, stsUrl])].map((url) => `\`${url}\``).join(', ');
  return [
    `# ${l10n.t('Connection of {0}', plain(profileName))}`,
    '',
    ...headline(diagnosis),
    '',
    factList([
      [l10n.t('Site'), `${site} · ${plain(regionCode)}`],
      [l10n.t('Addresses'), hosts],
      [l10n.t('Access key'), keyHint === undefined ? '–' : `\`${keyHint}\``],
      [l10n.t('Machine'), machine],
      [l10n.t('Checked'), new Date(at).toISOString()],
      [l10n.t('Settings'), isProxyStrict ? undefined : '`http.proxyStrictSSL: false`'],
    ]),
    '',
    `## ${l10n.t('Checks')}`,
    '',
    ...checks.flatMap((check) => checkLines(check)),
    '',
  ].join('\n');
}

/** The outcome in a sentence or two: the layer that fails and its repair first. */
export function doctorSummary({ failing, checks, isCancelled }: Diagnosis): string {
  if (failing) {
    const { layer, message, repair } = doctorText(failing);
    return [l10n.t('{0} fails: {1}', layer, message), repair].filter(Boolean).join(' ');
  }
  if (isCancelled) return l10n.t('Stopped before the last check.');
  const open = checks.filter(({ status }) => status === 'warning').length;
  return open === 0 ? l10n.t('Everything works.') : l10n.t('It works, with {0} things to look at.', open);
}

/** Our own sentences stay readable as they are; what the service put into them must not act as Markdown. */
function inert(check: Check): Check {
  const { loginAlias, userType, regionCode, regionCodes } = check.facts;
  const facts = {
    ...check.facts,
    ...(loginAlias !== undefined && { loginAlias: plain(loginAlias) }),
    ...(userType !== undefined && { userType: plain(userType) }),
    ...(regionCode !== undefined && { regionCode: plain(regionCode) }),
    ...(regionCodes !== undefined && { regionCodes: regionCodes.map(plain) }),
  };
  return { ...check, facts };
}

function headline(diagnosis: Diagnosis): string[] {
  const summary = `**${doctorSummary(diagnosis)}**`;
  return diagnosis.failing && diagnosis.isCancelled
    ? [summary, '', l10n.t('Stopped before the last check.')]
    : [summary];
}

function checkLines(check: Check): string[] {
  const { layer, status, message, repair } = doctorText(check);
  const { apiMessage, apiCode, requestId, chain = [] } = check.facts;
  // Several checks may read one answer: only the first of them has waited for it.
  const took = check.status === 'skipped' || check.tookMs < 1 ? '' : ` (${Math.round(check.tookMs)} ms)`;
  return [
    `- ${status} · **${layer}** · ${message}${took}`,
    ...(repair === undefined ? [] : [`  - ${l10n.t('Repair: {0}', repair)}`]),
    ...(apiMessage === undefined
      ? []
      : [`  - ${l10n.t('NAVER Cloud says: “{0}”', plain(apiMessage))}${apiCode === undefined ? '' : ` (${apiCode})`}`]),
    ...(requestId === undefined ? [] : [`  - ${l10n.t('Request {0}', `\`${requestId}\``)}`]),
    ...chain.map(({ subject, issuer, validFrom, validTo }) => {
      const [from, to] = [validFrom, validTo].map((time) => time.slice(0, 10));
      return `  - ${l10n.t('{0}, issued by {1}, valid {2} to {3}', plain(subject), plain(issuer), from ?? '', to ?? '')}`;
    }),
  ];
}
