import { l10n } from 'vscode';
import type { Check, Facts, Verdict } from '../../doctor/check';
import type { Diagnosis } from '../../doctor/diagnosis';
import { doctorText } from './doctorText';
import { codeSpan } from '../../text/code';
import { plain } from '../../text/plain';
import { factList } from '../../words/factList';

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
    checks: found.checks.map(inMarkdown),
    ...(found.failing && { failing: inMarkdown(found.failing) }),
  };
  const { at, gatewayUrl, stsUrl, regionCode, keyHint, isProxyStrict, checks } = diagnosis;
  const hosts = [...new Set([gatewayUrl, stsUrl])].map((url) => `\`${url}\``).join(', ');
  return [
    `# ${l10n.t('Connection check: {0}', plain(profileName))}`,
    '',
    ...headline(diagnosis),
    '',
    factList([
      [l10n.t('Site'), `${site} · ${regionCode}`],
      [l10n.t('Addresses'), { markdown: hosts }],
      [l10n.t('Access key'), keyHint === undefined ? '–' : { markdown: codeSpan(keyHint) }],
      [l10n.t('Machine'), machine],
      [l10n.t('Checked'), new Date(at).toISOString()],
      [l10n.t('Settings'), isProxyStrict ? undefined : { markdown: '`http.proxyStrictSSL: false`' }],
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
    return [l10n.t('{0} failed: {1}', layer, message), repair].filter(Boolean).join(' ');
  }
  if (isCancelled) return l10n.t('The check was stopped before it finished.');
  const open = checks.filter(({ status }) => status === 'warning').length;
  return open === 0 ? l10n.t('All checks passed.') : l10n.t('The connection works. Checks with warnings: {0}.', open);
}

/** What this machine says itself, with addresses that are to be read; and the id that is shown as code. */
const asItIs: ReadonlySet<string> = new Set<keyof Facts>(['host', 'proxy', 'source', 'blockedBy', 'requestId']);

/** Our own sentences stay readable as they are; what came from outside must not act as Markdown in them. */
function inMarkdown<V extends Verdict>(check: V): V {
  const facts = Object.entries(check.facts).map(([name, value]: [string, unknown]) => [
    name,
    asItIs.has(name) ? value : escaped(value),
  ]);
  return { ...check, facts: Object.fromEntries(facts) as Facts };
}

function escaped(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  return Array.isArray(value) ? value.map(escaped) : value;
}

function headline(diagnosis: Diagnosis): string[] {
  const summary = `**${doctorSummary(diagnosis)}**`;
  return diagnosis.failing && diagnosis.isCancelled
    ? [summary, '', l10n.t('The check was stopped before it finished.')]
    : [summary];
}

function checkLines(check: Check): string[] {
  const { layer, status, message, repair } = doctorText(check);
  const { apiMessage, apiCode, requestId, chain = [] } = check.facts;
  // Several checks may read one answer: only the first of them has waited for it.
  const took = check.status === 'skipped' || check.tookMs < 1 ? '' : ` (${Math.round(check.tookMs)} ms)`;
  return [
    `- ${status} · **${layer}** · ${message}${took}`,
    ...(repair === undefined ? [] : [`  - ${l10n.t('Fix: {0}', repair)}`]),
    ...(apiMessage === undefined
      ? []
      : [`  - ${l10n.t('NAVER Cloud says: “{0}”', apiMessage)}${apiCode === undefined ? '' : ` (${apiCode})`}`]),
    ...(requestId === undefined ? [] : [`  - ${l10n.t('Request ID {0}', codeSpan(requestId))}`]),
    ...chain.map(({ subject, issuer, validFrom, validTo }) => {
      const [from, to] = [validFrom, validTo].map((time) => time.slice(0, 10));
      return `  - ${l10n.t('{0}, issued by {1}, valid {2} to {3}', plain(subject), plain(issuer), plain(from ?? ''), plain(to ?? ''))}`;
    }),
  ];
}
