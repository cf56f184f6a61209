import { gatewayFlaw } from '../../model/gateway';

/** Where a request goes. `target` is the end of `url`, so the signed text and the sent text are one string. */
export interface RequestTarget {
  readonly url: string;
  readonly target: string;
}

/**
 * Joins a base URL, an action's path and an encoded query (empty for none).
 * Throws a RangeError naming the rule when the base must not receive signed requests, see {@link gatewayFlaw}.
 */
export function createRequestTarget(baseUrl: string, path: string, query: string): RequestTarget {
  const flaw = gatewayFlaw(baseUrl);
  if (flaw !== undefined) throw new RangeError(`the endpoint ${flaw}`);
  const base = new URL(baseUrl);
  const target = `${base.pathname.replace(/\/+$/, '')}${path}${query && `?${query}`}`;
  return { url: `${base.origin}${target}`, target };
}
