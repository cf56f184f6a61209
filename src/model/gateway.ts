import ipaddr from 'ipaddr.js';

/**
 * Why a base address must not receive signed requests, as a phrase after "the endpoint"; undefined when it may: `https://…`,
 * and `http://…` on this very machine (all of 127.0.0.0/8, ::1, localhost). Keys never go over an open network.
 */
export function gatewayFlaw(baseUrl: string): string | undefined {
  if (!URL.canParse(baseUrl)) return 'is not a URL';
  const { protocol, hostname, username, password, search, hash } = new URL(baseUrl);
  if (username || password) return 'must not carry user info';
  if (search || hash) return 'must not carry a query or fragment';
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return undefined;
  return 'must be https, or http on loopback';
}

/** Whether a host is this machine, by what it is called. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}
