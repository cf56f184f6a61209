import type { Duplex } from 'node:stream';
import type { Verdict } from './check';
import { codeOf } from './codeOf';
import type { Target } from './target';
import { tlsSymptom } from './tlsSymptom';
import type { TlsView, Wire } from './wire';

/**
 * Whether the host's certificate is trusted, with its chain. The editor's own stack has the last word: it also knows the
 * certificates of the operating system (http.systemCertificates), which a plain node:tls socket does not.
 */
export async function checkTls(
  wire: Pick<Wire, 'connect' | 'tunnel' | 'secure'>,
  target: Target,
  lower: readonly Verdict[],
  signal: AbortSignal,
): Promise<Verdict> {
  const { host, port, isTls, reach } = target;
  const base = { id: `tls:${host}`, layer: 'tls' } as const;
  const blocking = lower.find(({ status }) => status === 'failed');
  if (!isTls) return { ...base, status: 'skipped', symptom: 'plainHttp', facts: { host } };
  if (blocking) return { ...base, status: 'skipped', symptom: 'blocked', facts: { host, blockedBy: blocking.id } };
  const seen = await readTls(wire, target, signal).catch((error: unknown) => ({ code: codeOf(error), chain: [] }));
  const through = await reach;
  const chain = seen && seen.chain.length > 0 ? seen.chain : through.ok ? through.chain : undefined;
  const protocol = seen && 'protocol' in seen ? seen.protocol : undefined;
  const code = seen ? seen.code : through.ok ? undefined : through.code;
  const facts = { host, port, chain, protocol, code };
  if (seen && code === undefined) return { ...base, status: 'ok', symptom: 'trusted', facts };
  if (through.ok) return { ...base, status: 'ok', symptom: 'trustedByEditor', facts };
  return { ...base, status: 'failed', symptom: tlsSymptom(code ?? through.code), facts };
}

/** Undefined when plain sockets have no way to the host: through SOCKS, or where only the system knows the proxy. */
async function readTls(
  wire: Pick<Wire, 'connect' | 'tunnel' | 'secure'>,
  target: Target,
  signal: AbortSignal,
): Promise<TlsView | undefined> {
  const socket = await open(wire, target, signal);
  return socket && wire.secure(socket, target.host, signal);
}

async function open(
  wire: Pick<Wire, 'connect' | 'tunnel'>,
  target: Target,
  signal: AbortSignal,
): Promise<Duplex | undefined> {
  const { route } = target;
  if (route.kind === 'direct') return wire.connect(target, signal).catch(() => undefined);
  if (route.proxy.protocol === 'socks') return undefined;
  const tunnel = await wire.tunnel(route.proxy, target, signal).catch(() => undefined);
  return tunnel && 'socket' in tunnel ? tunnel.socket : undefined;
}
