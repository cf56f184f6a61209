import { GatewayError, type GatewayErrorCode } from '../wire/gatewayError';
import { replyOf, type Reply } from '../wire/reply';
import { numberOf, textOf } from './argument';
import type { Fault } from './fault';

const jsonType = 'application/json;charset=UTF-8';

/** The kind of text that was written for the console and reached API clients. */
const consoleMessage =
  'The request could not be processed.<br><strong>Please try again in a few minutes.</strong><br><br>Use &lt;Support&gt; if it happens again.';

const htmlPage =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\n<body><h1>502 Bad Gateway</h1></body></html>\n';

/** The replies that faults give by themselves. */
export const replyWith = {
  refusal: (code: GatewayErrorCode, moreHeaders: Readonly<Record<string, string>> = {}): Reply => {
    const { http, document, headers } = new GatewayError(code, '', moreHeaders);
    return { ...json(http, document), headers };
  },
  slowDown: (fault: Fault): Reply => {
    const isTimed = fault.retryAfter !== undefined;
    return replyWith.refusal('420', isTimed ? { 'Retry-After': String(numberOf(fault, 'retryAfter', 1)) } : {});
  },
  empty: (): Reply => ({ http: 200, contentType: jsonType, body: '' }),
  badGateway: (): Reply => ({ http: 502, contentType: 'text/plain', body: 'Bad Gateway' }),
  requestTimeout: (): Reply => ({ http: 408, contentType: 'text/plain', body: 'Request Timeout' }),
  html: (): Reply => ({ http: 502, contentType: 'text/html', body: htmlPage }),
  htmlMessage: (): Reply => productError(400, '80031', consoleMessage),
  /** returnCode 1000, the one that is documented with HTTP 500. */
  tryAgain: (): Reply => productError(500, '1000', 'Please try your call again later.\n'),
  /** returnCode 1300 with the HTTP status of the order; `root: 'response'` puts it where a success has its returnCode. */
  unknownError: (fault: Fault, action: string): Reply => {
    const http = numberOf(fault, 'http', 400);
    if (fault.root !== 'response') return productError(http, '1300', 'unknown error');
    return json(http, { [`${action}Response`]: { returnCode: '1300', returnMessage: 'unknown error' } });
  },
  ordered: (fault: Fault): Reply => ({
    http: numberOf(fault, 'http', 500),
    contentType: textOf(fault, 'contentType', jsonType),
    body: typeof fault.body === 'object' ? JSON.stringify(fault.body, null, 2) : textOf(fault, 'body', ''),
  }),
  /** How the answer of a late change is lost: `reset` (default), `504`, `503`, or `stall`, which ends in a 504 after `stallMs`. */
  lost: (fault: Fault): Reply | 'reset' => {
    const answer = textOf(fault, 'answer', 'reset');
    return answer === 'reset' ? 'reset' : replyWith.refusal(answer === '503' ? '500' : '510');
  },
} as const;

function productError(http: number, returnCode: string, returnMessage: string): Reply {
  return json(http, { responseError: { returnCode, returnMessage } });
}

function json(http: number, document: object): Reply {
  return replyOf({ http, document, form: 'json', applied: false, touched: [] });
}
