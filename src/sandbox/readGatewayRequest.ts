import type { IncomingMessage } from 'node:http';
import type { GatewayRequest } from './gateway';
import { unconfirmed } from './unconfirmed';
import { GatewayError } from './wire/gatewayError';
import { Params } from './wire/params';

/** Reads path and parameters of a request; `body` is undefined when it was over the limit. */
export function readGatewayRequest(request: IncomingMessage, body: string | undefined): GatewayRequest {
  const target = (request.url ?? '/').replace(/^https?:\/\/[^/]*/, '');
  const [path, query] = splitOnce(target, '?');
  const form = body !== undefined && unconfirmed.isForm(request.headers['content-type']) ? body : '';
  const malformed = malformedness(body, [query, form]);
  return {
    method: request.method ?? 'GET',
    target,
    path,
    headers: request.headers,
    params: new Params(unconfirmed.mergeParameters(new URLSearchParams(query), new URLSearchParams(form))),
    ...(malformed && { malformed }),
  };
}

function malformedness(body: string | undefined, encoded: readonly string[]): GatewayError | undefined {
  if (body === undefined) return new GatewayError('430');
  return encoded.every(isUtf8) ? undefined : new GatewayError('100', 'The parameters are not encoded in UTF-8.');
}

/** URLSearchParams repairs bad percent-encoding silently; decodeURIComponent does not. */
function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
