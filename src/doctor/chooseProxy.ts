import type { ProxyAddress } from './wire';

/**
 * What decides about proxies: VS Code's settings as they are now, and the environment of the extension host.
 * Not http.proxyAuthorization: VS Code sends it with requests of its own, never with those of extensions.
 */
export interface ProxySettings {
  /** http.proxy */
  readonly proxy: string;
  /** http.proxyStrictSSL */
  readonly isStrict: boolean;
  /** http.proxySupport */
  readonly support: string;
  /** http.noProxy; when it has entries, NO_PROXY is not looked at. */
  readonly noProxy: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How a host is reached. `source` is the setting or variable that decided. */
export type ProxyChoice =
  | { readonly kind: 'proxy'; readonly proxy: ProxyAddress; readonly source: string }
  | { readonly kind: 'direct'; readonly why: 'loopback' | 'none' }
  | { readonly kind: 'direct'; readonly why: 'off' | 'bypassed' | 'malformed'; readonly source: string };

const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
const protocols = {
  http: 'http',
  https: 'https',
  socks: 'socks',
  socks4: 'socks',
  socks4a: 'socks',
  socks5: 'socks',
  socks5h: 'socks',
} as const;
const ports = { http: 80, https: 443, socks: 1080 } as const;

/**
 * Follows the order of VS Code's extension host (npm package @vscode/proxy-agent): loopback is direct, then the exceptions,
 * http.proxy, the environment. A proxy that only the operating system knows is not seen here.
 */
export function chooseProxy(
  settings: ProxySettings,
  target: { readonly host: string; readonly port: number },
): ProxyChoice {
  if (isNeverProxied(target.host)) return { kind: 'direct', why: 'loopback' };
  if (settings.support === 'off') return { kind: 'direct', why: 'off', source: 'http.proxySupport: off' };
  const exceptions = noProxyOf(settings);
  if (exceptions.entries.some((entry) => covers(entry, target))) {
    return { kind: 'direct', why: 'bypassed', source: exceptions.source };
  }
  const named = proxiesOf(settings);
  for (const { text, source } of named) {
    const proxy = readProxy(text);
    if (proxy) return { kind: 'proxy', proxy, source };
  }
  const [first] = named;
  return first ? { kind: 'direct', why: 'malformed', source: first.source } : { kind: 'direct', why: 'none' };
}

/** The hosts that VS Code reaches without a proxy whatever is set: these names only, not all of 127.0.0.0/8. */
function isNeverProxied(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host);
}

function noProxyOf({ noProxy, env }: ProxySettings): { entries: readonly string[]; source: string } {
  if (noProxy.length > 0) return { entries: noProxy, source: 'http.noProxy' };
  return { entries: (env.no_proxy ?? env.NO_PROXY ?? '').split(','), source: 'NO_PROXY' };
}

function covers(entry: string, { host, port }: { readonly host: string; readonly port: number }): boolean {
  const [name = '', only] = entry.trim().toLowerCase().split(':', 2);
  if (name === '') return false;
  if (name === '*') return true;
  const suffix = name.startsWith('.') ? name : `.${name}`;
  return `.${host.toLowerCase()}`.endsWith(suffix) && (!only || only === String(port));
}

/** The setting, then the one variable that counts. */
function proxiesOf({ proxy, env }: ProxySettings): { text: string; source: string }[] {
  const variable = variables.find((name) => env[name]);
  return [
    { text: proxy.trim(), source: 'http.proxy' },
    { text: (variable !== undefined ? env[variable] : undefined)?.trim() ?? '', source: variable ?? '' },
  ].filter(({ text }) => text !== '');
}

function readProxy(text: string): ProxyAddress | undefined {
  const scheme = /^([a-z0-9]+):\/\//i.exec(text)?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(protocols, scheme) || !URL.canParse(text)) return undefined;
  const { hostname, port, username, password } = new URL(text);
  if (hostname === '') return undefined;
  const protocol = protocols[scheme as keyof typeof protocols];
  const authorization = basic(username, password);
  return {
    protocol,
    host: bareHost(hostname),
    port: port === '' ? ports[protocol] : Number(port),
    authorization,
  };
}

/** A host name as sockets want it: IPv6 without brackets. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function basic(username: string, password: string): string | undefined {
  if (username === '' && password === '') return undefined;
  const pair = [username, password].map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  return `Basic ${Buffer.from(pair.join(':')).toString('base64')}`;
}
