import type { ApiErrorLayer } from './apiError';
import { isRecord } from './readBody';

/** An error envelope of any known form. `code` is always text; `message` may hold HTML and may be empty. */
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
    return { layer: 'product', code: field(value, 'status'), message: join(error, field(value, 'message')) };
  }
  if (hasText(value, 'code') && hasText(value, 'message')) {
    return { layer: 'product', code: field(value, 'code'), message: join(field(value, 'message')) };
  }
  const inner = Object.entries(value).find(([name, content]) => name.endsWith('Response') && isRecord(content))?.[1];
  return isRecord(inner) && isProduct(inner) ? product(inner) : undefined;
}

function gateway(fields: Fields): Complaint {
  const { errorCode, message, details } = {
    errorCode: field(fields, 'errorCode'),
    message: field(fields, 'message'),
    details: field(fields, 'details'),
  };
  return { layer: 'gateway', code: errorCode, message: join(message, details) };
}

function product(fields: Fields): Complaint {
  return {
    layer: 'product',
    code: field(fields, 'returnCode') ?? field(fields, 'responseCode'),
    message: join(field(fields, 'returnMessage') ?? field(fields, 'responseMessage')),
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

function join(...parts: readonly (string | undefined)[]): string {
  return [...new Set(parts.filter((part) => part !== undefined))].join(': ');
}
