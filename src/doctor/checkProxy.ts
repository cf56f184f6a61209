import type { Symptom, Verdict } from './check';
import type { ProxyChoice } from './chooseProxy';
import { codeOf } from './codeOf';
import type { Target } from './target';
import type { Wire } from './wire';

const directSymptoms = {
  loopback: 'loopbackIsDirect',
  off: 'proxySupportOff',
  none: 'noProxy',
  bypassed: 'proxyBypassed',
  malformed: 'proxyMalformed',
} as const satisfies Record<Extract<ProxyChoice, { kind: 'direct' }>['why'], Symptom>;

/** Whether the proxy that VS Code is told to use connects to the host. Asked with CONNECT; a SOCKS proxy is only looked for. */
export async function checkProxy(
  wire: Pick<Wire, 'connect' | 'tunnel'>,
  { host, port, route, reach }: Target,
  signal: AbortSignal,
): Promise<Verdict> {
  const base = { id: `proxy:${host}`, layer: 'proxy' } as const;
  if (route.kind === 'direct') {
    const status = route.why === 'malformed' ? 'warning' : 'skipped';
    const facts = { host, ...('source' in route && { source: route.source }) };
    return { ...base, status, symptom: directSymptoms[route.why], facts };
  }
  const { proxy, source } = route;
  const facts = { host, port, proxy: `${proxy.protocol}://${proxy.host}:${proxy.port}`, source };
  const fail = async (symptom: Symptom, more: { readonly code?: string; readonly http?: number }): Promise<Verdict> =>
    (await reach).ok
      ? { ...base, status: 'warning', symptom: 'reachedOtherwise', facts: { ...facts, ...more } }
      : { ...base, status: 'failed', symptom, facts: { ...facts, ...more } };
  try {
    if (proxy.protocol === 'socks') {
      (await wire.connect(proxy, signal)).destroy();
      return { ...base, status: 'ok', symptom: 'socksReachable', facts };
    }
    const tunnel = await wire.tunnel(proxy, { host, port }, signal);
    if ('refused' in tunnel) {
      return await fail(tunnel.refused === 407 ? 'proxyNeedsLogin' : 'proxyRefuses', { http: tunnel.refused });
    }
    tunnel.socket.destroy();
    return { ...base, status: 'ok', symptom: 'tunnelled', facts };
  } catch (error) {
    return fail('proxyUnreachable', { code: codeOf(error) });
  }
}
