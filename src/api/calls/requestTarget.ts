import ipaddr from 'ipaddr.js';

/** Where a request goes. `target` is the end of `url`, so the signed text and the sent text are one string. */
export interface RequestTarget {
  readonly url: string;
  readonly target: string;
}

/**
 * Joins a base URL, an action's path and an encoded query (empty for none).
 * Throws a RangeError naming the rule when the base must not receive signed requests: https only, except for loopback;
 * no user info, query or fragment.
 */
export function createRequestTarget(baseUrl: string, path: string, query: string): RequestTarget {
  const base = readBase(baseUrl);
  const target = `${base.pathname.replace(/\/+$/, '')}${path}${query && `?${query}`}`;
  return { url: `${base.origin}${target}`, target };
}

function readBase(baseUrl: string): URL {
  if (!URL.canParse(baseUrl)) throw new RangeError('the endpoint is not a URL');
  const base = new URL(baseUrl);
  if (base.username || base.password) throw new RangeError('the endpoint must not carry user info');
  if (base.search || base.hash) throw new RangeError('the endpoint must not carry a query or fragment');
  if (base.protocol === 'https:' || (base.protocol === 'http:' && isLoopback(base.hostname))) return base;
  throw new RangeError('the endpoint must be https, or http on loopback');
}

function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}
