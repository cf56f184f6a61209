import { applyForeignChange } from '../state/applyForeignChange';
import { GatewayError } from '../wire/gatewayError';
import type { Reply } from '../wire/reply';
import { replyOf } from '../wire/reply';
import { dropOptionalFields, useNumberCodes, shiftTotalRows } from './editAnswer';
import type { Fault, FaultEffect } from './fault';

/** Every fault by name. A fault that ends in AfterApply answers badly to a call that was carried out. */
export const faultEffects = {
  skew: { clockAhead: (fault) => numberOf(fault, 'ms', 7 * 60_000) },
  permission: { instead: () => refusal(new GatewayError('210')) },
  throttle: {
    instead: (fault) => {
      const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(numberOf(fault, 'retryAfter', 1)) };
      return refusal(new GatewayError('420', '', headers));
    },
  },
  unavailable: { instead: () => refusal(new GatewayError('500')) },
  gatewayTimeout: { instead: () => refusal(new GatewayError('510')) },
  htmlMessage: { instead: () => json(400, { responseError: { returnCode: '80031', returnMessage: consoleMessage } }) },
  empty200: { instead: () => empty },
  badGateway: { instead: () => ({ http: 502, contentType: 'text/plain', body: 'Bad Gateway' }) },
  html: { instead: () => ({ http: 502, contentType: 'text/html', body: htmlPage }) },
  error: {
    instead: (fault) => ({
      http: numberOf(fault, 'http', 500),
      contentType: textOf(fault, 'contentType', 'application/json;charset=UTF-8'),
      body: typeof fault.body === 'object' ? JSON.stringify(fault.body, null, 2) : textOf(fault, 'body', ''),
    }),
  },
  reset: { instead: () => 'reset' },
  stall: { stallFirst: (fault) => numberOf(fault, 'ms', 30_000) },
  foreignChange: { before: (fault, world) => applyForeignChange(world, fault) },
  staleList: { only: 'reads', isStale: true },
  xmlAnswer: { edit: (answer) => ({ ...answer, form: 'xml' }) },
  numberCodes: { edit: useNumberCodes },
  missingFields: { edit: dropOptionalFields },
  totalRowsDrift: { only: 'reads', edit: (answer, fault) => shiftTotalRows(answer, numberOf(fault, 'by', 1)) },
  stuckSet: {
    only: 'writes',
    edit: (answer, _fault, world) => {
      world.holdSettling(answer.touched);
      return answer;
    },
  },
  stallAfterApply: { stallAfter: (fault) => numberOf(fault, 'ms', 30_000) },
  empty200AfterApply: { replace: () => empty },
  unavailableAfterApply: { replace: () => refusal(new GatewayError('500')) },
  cutOff: { delivery: 'half' },
  resetAfterApply: { delivery: 'reset' },
} as const satisfies Record<string, FaultEffect>;

const empty: Reply = { http: 200, contentType: 'application/json;charset=UTF-8', body: '' };

/** The kind of text that was written for the console and reached API clients. */
const consoleMessage =
  'The request could not be processed.<br><strong>Please try again in a few minutes.</strong><br><br>Use &lt;Support&gt; if it happens again.';

const htmlPage =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\n<body><h1>502 Bad Gateway</h1></body></html>\n';

function json(http: number, document: object): Reply {
  return replyOf({ http, document, form: 'json', applied: false, touched: [] });
}

function refusal({ http, document, headers }: GatewayError): Reply {
  return { ...json(http, document), headers };
}

function numberOf(fault: Fault, name: string, fallback: number): number {
  const value = fault[name];
  return typeof value === 'number' ? value : fallback;
}

function textOf(fault: Fault, name: string, fallback: string): string {
  const value = fault[name];
  return typeof value === 'string' ? value : fallback;
}
