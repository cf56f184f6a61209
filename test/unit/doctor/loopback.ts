import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Certified } from '../../support/certificates';

/** Listens on loopback until the test ends; gives the port. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
}

/** A server that answers every request with 401, as the gateway does to unsigned ones. */
export function serveTls(certified: Certified): Promise<number> {
  return listen(createHttpsServer(certified, (_request, response) => response.writeHead(401).end()));
}

/** The same without TLS. */
export function serveHttp(): Promise<number> {
  return listen(createHttpServer((_request, response) => response.writeHead(401).end()));
}

/** Takes connections and never says a word. */
export function serveSilence(): Promise<number> {
  return listen(net.createServer());
}

/** A port of loopback on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface ConnectProxy {
  readonly port: number;
  /** Every CONNECT that came: its target, and what it brought to log in. */
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[];
}

/** An HTTP proxy that knows CONNECT only and connects every target to `port` here, or refuses with `status`. */
export async function serveProxy({ port, status }: { port?: number; status?: number }): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = [];
  const server = createHttpServer();
  server.on('connect', ({ url = '', headers }, client: Socket) => {
    asked.push({ target: url, authorization: headers['proxy-authorization'] });
    if (port === undefined) {
      client.end(`HTTP/1.1 ${status ?? 403} No\r\n\r\n`);
      return;
    }
    const upstream = net.connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
  });
  return { port: await listen(server), asked };
}
