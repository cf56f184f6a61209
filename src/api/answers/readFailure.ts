import type { ApiErrorDetails, ApiErrorKind, ApiErrorLayer } from '../apiError';
import { isClockRefused, measureClockSkew } from '../clockSkew';
import { cutText } from './cutText';
import { dropAbsent } from '../../model/dropAbsent';
import { limits } from '../limits';
import { outline } from './outline';
import { readComplaint, type Complaint } from './readComplaint';
import type { Body } from './readBody';
import { longestSecret, redactStart, type Redact } from '../redact';
import { stripHtml } from './stripHtml';

/** What an answer says when it is no success. `isRefusal`: the service understood the call and turned it down. */
export interface AnswerFailure extends Omit<ApiErrorDetails, 'action' | 'effect'> {
  readonly isRefusal: boolean;
}

/** What an answer other than success is read from. */
export interface FailedAnswer {
  readonly status: number;
  readonly body: Body;
  readonly header: (name: string) => string | undefined;
}

/** errorCode of the gateway (api-call-lgc-errorhandling). 400 quota used up, 410 and 420 too fast, 500 and 510 back end failed. */
const gatewayKinds: ReadonlyMap<string, ApiErrorKind> = new Map([
  ['100', 'refused'],
  ['200', 'credentials'],
  ['210', 'permission'],
  ['230', 'permission'],
  ['300', 'notFound'],
  ['400', 'quota'],
  ['410', 'rateLimited'],
  ['420', 'rateLimited'],
  ['430', 'refused'],
  ['500', 'unavailable'],
  ['510', 'unavailable'],
  ['900', 'unavailable'],
]);

/**
 * returnCodes that do not say that nothing was done: "try again later", "unknown error" and failed calls between systems may
 * come from a back end that stopped half-way. No list is published: these are the ones seen (1000, 1300, 3000, 3000100, 80031).
 */
const uncertainCodes: ReadonlySet<string> = new Set(['1000', '1300', '3000', '3000100', '80031']);

const snippetLength = 300;
/** So much of an HTML page is looked at for them: some begin with their style sheets. */
const pageLength = 64 * 1024;

/** Reads any answer that is no success: gateway, product, other families' forms, HTML, text, nothing. `now` in epoch ms, own clock. */
export function readFailure({ status, body, header }: FailedAnswer, now: number, redact: Redact): AnswerFailure {
  const complaint = 'value' in body ? readComplaint(body.value) : undefined;
  const kind = readKind(status, complaint);
  const skewMs = kind === 'credentials' ? measureClockSkew(header('date'), now) : undefined;
  const isSkewed = skewMs !== undefined && isClockRefused(skewMs);
  const apiMessage = complaint && readText(complaint.message, limits.textLength.message, redact);
  return dropAbsent({
    kind: isSkewed ? 'clockSkew' : kind,
    layer: complaint?.layer ?? readLayer(status),
    http: status,
    code: redacted(complaint?.code, redact),
    apiMessage: apiMessage === '' ? undefined : apiMessage,
    requestId: redacted(header('x-ncp-apigw-request-id'), redact),
    traceId: redacted(header('x-ncp-trace-id'), redact),
    retryAfterMs: status === 429 ? readRetryAfter(header('retry-after'), now) : undefined,
    skewMs: isSkewed ? skewMs : undefined,
    snippet: complaint ? undefined : readSnippet(body, redact),
    isRefusal: isRefusal(status, kind, complaint),
  });
}

/** The start of a body for people: no HTML, no secrets, one line. Redacted before it is cut, so no half of a secret stays. */
export function readSnippet(body: Body, redact: Redact): string | undefined {
  if (body.form === 'empty') return undefined;
  const text =
    'value' in body
      ? redactStart(outline(body.value, snippetLength + longestSecret + 1), snippetLength, redact)
      : readText(body.text, pageLength, redact);
  return cutText(text.replace(/\s+/g, ' '), snippetLength) || undefined;
}

/** Cut, without secrets and HTML: a tag may have parted a secret. */
function readText(text: string, length: number, redact: Redact): string {
  return redact(stripHtml(redactStart(text, length, redact)));
}

function readKind(status: number, complaint: Complaint | undefined): ApiErrorKind {
  if (complaint?.layer === 'gateway') {
    // The first text means the headers did not arrive (a proxy); the last one, that the key's account may not do this.
    if (complaint.code === '200' && /information (are|is) missing/i.test(complaint.message)) return 'headersMissing';
    if (complaint.code === '200' && /account is not allowed/i.test(complaint.message)) return 'permission';
    const known = complaint.code === undefined ? undefined : gatewayKinds.get(complaint.code);
    if (known) return known;
  }
  if (status === 401) return 'credentials';
  if (status === 403) return 'permission';
  if (status === 404) return 'notFound';
  if (status === 407) return 'network';
  if (status === 429) return 'rateLimited';
  if (status >= 500) return 'unavailable';
  return complaint ? 'refused' : 'unreadable';
}

function readLayer(status: number): ApiErrorLayer {
  return status === 401 || status === 429 ? 'gateway' : 'transport';
}

/**
 * 401, 407 and 429 are decided before a call reaches the product, whatever their body looks like. Of the rest only a clear no
 * counts: behind a time-out (408), an unclear code and none at all the work may have been done all the same.
 */
function isRefusal(status: number, kind: ApiErrorKind, complaint: Complaint | undefined): boolean {
  if (status === 401 || status === 407 || status === 429) return true;
  if (complaint === undefined || kind === 'unavailable' || status >= 500 || status === 408) return false;
  // "Too fast" under another status does not say that the call was turned away before anything was done.
  if (complaint.layer === 'gateway') return kind !== 'rateLimited' && kind !== 'quota';
  return complaint.code !== undefined && !uncertainCodes.has(complaint.code);
}

function redacted(text: string | undefined, redact: Redact): string | undefined {
  return text === undefined ? undefined : redactStart(text, limits.textLength.id, redact);
}

/** A Retry-After header (seconds or an HTTP date, RFC 9110 §10.2.3) in ms from `now`; undefined when missing or unreadable. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
