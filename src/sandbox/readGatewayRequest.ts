import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { GatewayRequest } from './gateway';
import { unconfirmed } from './unconfirmed';
import { GatewayError } from './wire/gatewayError';
import { Params } from './wire/params';

/** Reads path and parameters of a request; `body` is undefined when it was over the limit. */
export function readGatewayRequest(request: IncomingMessage, body: Buffer | undefined): GatewayRequest {
  const target = (request.url ?? '/').replace(/^https?:\/\/[^/]*/, '');
  const [path, query] = splitOnce(target, '?');
  const isForm = unconfirmed.readsBody(request.method) && unconfirmed.isForm(request.headers['content-type']);
  const form = body !== undefined && isForm ? body : Buffer.alloc(0);
  const text = form.toString('utf8');
  const isReadable = isUtf8(form) && [query, text].every(isEncodedUtf8);
  const malformed = body === undefined ? new GatewayError('430') : isReadable ? undefined : notUtf8();
  return {
    method: request.method ?? 'GET',
    target,
    path,
    headers: request.headers,
    params: new Params(unconfirmed.mergeParameters(new URLSearchParams(query), new URLSearchParams(text))),
    malformed,
  };
}

const notUtf8 = () => new GatewayError('100', 'The parameters are not encoded in UTF-8.');

/** URLSearchParams repairs bad percent-encoding silently; decodeURIComponent does not. */
function isEncodedUtf8(encoded: string): boolean {
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

/** No documented call needs a form anywhere near this size, in bytes. */
const limit = 256 * 1024;

/** The body as it arrived, or undefined when it is over the limit; the rest is then read and dropped so that an answer gets through. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
}
