import { bareHost, chooseProxy, type ProxyChoice, type ProxySettings } from './chooseProxy';
import type { Reach } from './wire';

/** A host the extension calls, and how it is reached. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly url: string;
  readonly route: ProxyChoice;
  /** An ordinary request through the editor's own stack, under way: it knows system proxies and certificates that plain sockets do not. Never rejects. */
  readonly reach: Promise<Reach>;
}

/** Reads a base URL into a target. */
export function createTarget(url: string, settings: ProxySettings, reach: (url: string) => Promise<Reach>): Target {
  const { hostname, port, protocol } = new URL(url);
  const isTls = protocol === 'https:';
  const address = { host: bareHost(hostname), port: Number(port || (isTls ? 443 : 80)) };
  return { ...address, isTls, url, route: chooseProxy(settings, address), reach: reach(url) };
}
