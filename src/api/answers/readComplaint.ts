import type { ApiErrorLayer } from '../apiError';
import { cutText } from './cutText';
import { limits } from '../limits';
import { isRecord } from './readBody';
import { longestSecret } from '../redact';

/**
 * An error envelope of any known form. `code` is always text; `message` may hold HTML and may be empty. Both are cut, with
 * room for a secret over the length that is shown: only whole ones can be found and removed.
 */
export interface Complaint {
  readonly layer: Extract<ApiErrorLayer, 'gateway' | 'product'>;
  readonly code: string | undefined;
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Finds the error envelope in an answer, JSON and XML alike; undefined when there is none.
 * Gateway: `error {errorCode, message, details}`. Product: `responseError {returnCode, returnMessage}`, on Neurocloud
 * `{responseCode, responseMessage}`, or a `…Response` whose returnCode is not 0. Other services: Spring's
 * `{status, error, message}` where `error` is text, `{errorCode, message}` and `{code, message}`.
 */
export function readComplaint(value: Fields): Complaint | undefined {
  const { error, responseError } = value;
  if (isRecord(error)) return gateway(error);
  if (isRecord(responseError)) return product(responseError);
  if (hasText(value, 'errorCode')) return gateway(value);
  if (isProduct(value)) return product(value);
  if (typeof error === 'string') {
    return complaint('product', field(value, 'status'), error, field(value, 'message'));
  }
  if (hasText(value, 'code') && hasText(value, 'message')) {
    return complaint('product', field(value, 'code'), field(value, 'message'));
  }
  const inner = Object.entries(value).find(([name, content]) => name.endsWith('Response') && isRecord(content))?.[1];
  return isRecord(inner) && isProduct(inner) ? product(inner) : undefined;
}

function gateway(fields: Fields): Complaint {
  return complaint('gateway', field(fields, 'errorCode'), field(fields, 'message'), field(fields, 'details'));
}

function product(fields: Fields): Complaint {
  const code = field(fields, 'returnCode') ?? field(fields, 'responseCode');
  return complaint('product', code, field(fields, 'returnMessage') ?? field(fields, 'responseMessage'));
}

/** The messages follow each other until there is enough of them, each once. */
function complaint(
  layer: Complaint['layer'],
  code: string | undefined,
  ...messages: readonly (string | undefined)[]
): Complaint {
  const { message: messageLength, id: codeLength } = limits.textLength;
  const parts = new Set(messages.filter((part) => part !== undefined));
  const message = [...parts].reduce((said, part) => (said.length > messageLength ? said : join(said, part)), '');
  return {
    layer,
    code: code === undefined ? undefined : cutText(code, codeLength + longestSecret + 1),
    message: cutText(message, messageLength + longestSecret + 1),
  };
}

function isProduct(fields: Fields): boolean {
  const code = field(fields, 'returnCode') ?? field(fields, 'responseCode');
  return code !== undefined && code !== '0';
}

function hasText(fields: Fields, name: string): boolean {
  return field(fields, name) !== undefined;
}

function field(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim() || undefined;
}

function join(said: string, part: string): string {
  return said === '' ? part : `${said}: ${part}`;
}
