import type { Plan } from '../plan/plan';
import { stepCall, type ApiCall } from './apiCall';

/** The calls of a plan to run elsewhere, in the plan's order: each one waits until the interface before is settled. */
export function copyPlan(
  { steps, regionCode }: Pick<Plan, 'steps' | 'regionCode'>,
  form: { readonly kind: 'cli' } | { readonly kind: 'curl'; readonly gatewayUrl: string },
): string {
  const calls = steps.map((step) => stepCall(step, regionCode));
  return calls.map((call) => (form.kind === 'cli' ? cliLine(call) : curlLine(call, form.gatewayUrl))).join('\n');
}

/** A line for NAVER Cloud's command-line tool: `ncloud vserver …`, lists as words after one flag. */
export function cliLine({ action, parameters }: ApiCall): string {
  const flags = Object.entries(parameters).flatMap(([name, value]) => [
    `--${name}`,
    ...[value].flat().map((word) => quoteWord(word)),
  ]);
  return ['ncloud', 'vserver', action, ...flags, '--output', 'json'].join(' ');
}

/** The headers of a signed call, as the documentation's examples leave them open: a signature never leaves this editor. */
const headers = [
  'x-ncp-apigw-timestamp: {Timestamp}',
  'x-ncp-iam-access-key: {Access Key}',
  'x-ncp-apigw-signature-v2: {API Gateway Signature}',
];

/**
 * A curl command in the form of the documentation's examples: GET, everything in the query, lists as `name.1`, `name.2`.
 * The signature has to cover the path and the query exactly as they stand.
 */
export function curlLine({ action, parameters }: ApiCall, gatewayUrl: string): string {
  const pairs = Object.entries({ ...parameters, responseFormatType: 'json' }).flatMap(
    ([name, value]: [string, string | readonly string[]]): string[] =>
      typeof value === 'string' ? [pair(name, value)] : value.map((item, index) => pair(`${name}.${index + 1}`, item)),
  );
  const url = `${gatewayUrl.replace(/\/+$/, '')}/vserver/v2/${action}?${pairs.join('&')}`;
  // Always quoted: a bare & would end the command.
  const quoted = quoteWord(url) === url ? `'${url}'` : quoteWord(url);
  return [`curl --request GET ${quoted}`, ...headers.map((header) => `  --header '${header}'`)].join(' \\\n');
}

const pair = (name: string, value: string): string => `${name}=${encodeURIComponent(value.toWellFormed())}`;

const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** A text as one word of a POSIX shell, on one line, whatever is in it. */
export function quoteWord(text: string): string {
  if (/^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$/.test(text)) return text;
  const whole = text.toWellFormed();
  return unseen.test(whole) ? spelledOut(whole) : `'${whole.replaceAll("'", "'\\''")}'`;
}

/** A terminal acts on control characters that are pasted, and others change what is seen of the line: `$'…'` spells them. */
function spelledOut(text: string): string {
  const spelled = text.replace(/[\\']/g, '\\$&').replace(new RegExp(unseen, 'gu'), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `$'${spelled}'`;
}
