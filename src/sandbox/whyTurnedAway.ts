import type { IncomingHttpHeaders } from 'node:http';
import type { SandboxKey } from './sandboxOptions';
import { verifySignature, type SignedRequest } from './verifySignature';
import { GatewayError } from './wire/gatewayError';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Why a request does not come from a program of this machine, as a sentence; undefined when it does. A page whose own name
 * was made to point here (DNS rebinding) gives itself away by `Host`, any other page by `Origin` or `Sec-Fetch-Site`, which
 * pages cannot forge. Ports are not compared with the one listened at: it may be forwarded.
 */
export function whyForeign({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): string | undefined {
  if (host === undefined || !loopback.test(host)) return 'The Host header does not name this machine.';
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return 'The request was sent by a page of another origin.';
  }
  // Pages of another port of this machine are "same-site"; `none` is what a person types into the address bar.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'The request was sent by a page.';
  return undefined;
}

/** Why nobody with a key has sent a request; undefined when somebody has. A wrong clock is no reason: whoever signed with it has a key. */
export function whyUnsigned(request: SignedRequest, keys: readonly SandboxKey[]): string | undefined {
  try {
    verifySignature(request, keys, Number(request.headers['x-ncp-apigw-timestamp']));
    return undefined;
  } catch (error) {
    if (error instanceof GatewayError) return error.document.error.details;
    throw error;
  }
}
