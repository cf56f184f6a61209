import dns from 'node:dns/promises';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import net, { type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import tls, { TLSSocket } from 'node:tls';
import { dropAbsent } from '../model/dropAbsent';
import { codeOf } from './codeOf';
import { readChain } from './readChain';
import type { Reach, Wire } from './wire';

/**
 * The real network. Inside VS Code `reach` goes through the editor's proxy and certificate support, the rest are plain sockets.
 * `now` is the own clock, epoch ms.
 */
export function createNodeWire(now: () => number): Wire {
  return { lookup, connect, tunnel, secure, reach: (url, signal) => reach(url, signal, now) };
}

async function lookup(host: string, signal: AbortSignal): Promise<readonly string[]> {
  const found = await orAborted(dns.lookup(host, { all: true }), signal);
  return found.map(({ address }) => address);
}

const tunnel: Wire['tunnel'] = async (proxy, target, signal) => {
  const raw = await connect(proxy, signal);
  const socket = proxy.protocol === 'https' ? await secured(raw, proxy.host, true, signal) : raw;
  const host = net.isIPv6(target.host) ? `[${target.host}]` : target.host;
  const authority = `${host}:${target.port}`;
  // The class itself: VS Code replaces http.request by one that would ask the proxy for a way to the proxy.
  const request = new http.ClientRequest({
    method: 'CONNECT',
    path: authority,
    headers: {
      Host: authority,
      ...(proxy.authorization !== undefined && { 'Proxy-Authorization': proxy.authorization }),
    },
    createConnection: () => socket,
  });
  request.on('error', () => undefined).end();
  try {
    const [answer] = (await once(request, 'connect', { signal })) as [IncomingMessage];
    const { statusCode = 0 } = answer;
    if (statusCode >= 200 && statusCode < 300) return { socket };
    socket.destroy();
    return { refused: statusCode };
  } catch (error) {
    socket.destroy();
    throw signal.aborted ? signal.reason : error;
  }
};

const secure: Wire['secure'] = async (socket, servername, signal) => {
  const wrapped = await secured(socket, servername, false, signal);
  const problem: unknown = wrapped.authorized ? undefined : wrapped.authorizationError;
  const protocol = wrapped.getProtocol();
  const chain = readChain(wrapped.getPeerCertificate(true));
  wrapped.destroy();
  return {
    chain,
    ...(problem !== undefined && { code: typeof problem === 'string' ? problem : codeOf(problem) }),
    ...(protocol !== null && { protocol }),
  };
};

async function connect(
  { host, port }: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<Socket> {
  return settled(net.connect({ host, port }), 'connect', signal);
}

function secured(socket: Duplex, host: string, isStrict: boolean, signal: AbortSignal): Promise<TLSSocket> {
  // An address is no server name (RFC 6066), but the certificate is compared with it all the same.
  const servername = net.isIP(host) === 0 ? { servername: host } : {};
  const secure = tls.connect({ socket, host, ...servername, rejectUnauthorized: isStrict });
  return settled(secure, 'secureConnect', signal);
}

/** Waits for the event; a socket that fails before it is destroyed, one that fails later must not end the extension host. */
async function settled<S extends Socket>(socket: S, event: string, signal: AbortSignal): Promise<S> {
  socket.on('error', () => undefined);
  try {
    await once(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw signal.aborted ? signal.reason : error;
  }
}

/** One unsigned GET, no redirects followed. With the agents that the client has, none over TLS: that decides how VS Code treats it. */
async function reach(url: string, signal: AbortSignal, now: () => number): Promise<Reach> {
  const startedAt = now();
  try {
    const options = { signal, headers: { 'User-Agent': 'ncloud-ip' } };
    const request = url.startsWith('https:')
      ? https.get(url, options)
      : http.get(url, { ...options, agent: new http.Agent() });
    request.on('error', () => undefined);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const at = (startedAt + now()) / 2;
    const { statusCode = 0, headers, socket } = response;
    const isTls = socket instanceof TLSSocket;
    const chain = isTls ? readChain(socket.getPeerCertificate(true)) : undefined;
    response.on('error', () => undefined).destroy();
    // A proxy that opens no tunnel answers in the host's place.
    if (url.startsWith('https:') && !isTls) return { ok: false, code: `HTTP ${statusCode}` };
    return {
      ok: true,
      http: statusCode,
      at,
      ...dropAbsent({ date: headers.date, chain }),
    };
  } catch (error) {
    return { ok: false, code: codeOf(signal.aborted ? signal.reason : error) };
  }
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const listening = new AbortController();
  const aborted = once(signal, 'abort', { signal: listening.signal }).then(() => {
    throw signal.reason;
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    aborted.catch(() => undefined);
    listening.abort();
  }
}
