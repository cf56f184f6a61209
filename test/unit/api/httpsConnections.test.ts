import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import https, { createServer } from 'node:https';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttp, type HttpRequest, type HttpResult } from '../../../src/api/calls/http';
import { makeCertificates, trust } from '../../support/certificates';

const certificates = makeCertificates();

/** Listens on loopback until the test ends. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A gateway with TLS; `sockets` are the connections its requests came over, `headers` what they said of keeping them. */
async function serve() {
  const sockets: Socket[] = [];
  const keeping: (string | undefined)[] = [];
  const port = await listen(
    createServer(certificates.issued, ({ socket, headers }, response) => {
      sockets.push(socket);
      keeping.push(headers.connection);
      response.end('{}');
    }),
  );
  return { port, sockets, keeping };
}

function sender(port: number): (request?: Partial<HttpRequest>) => Promise<HttpResult> {
  const client = createHttp(5_000);
  onTestFinished(() => client.dispose());
  const { signal } = new AbortController();
  const url = `https://127.0.0.1:${port}/a`;
  return (request) => client.send({ method: 'GET', url, headers: {}, ownConnection: false, signal, ...request });
}

/** VS Code puts agents of its own in the place of none: here one whose proxy answers CONNECT with `status`. */
async function refuseTunnels(status: number): Promise<void> {
  const port = await listen(
    createHttpServer().on('connect', (_request, client: Socket) => client.end(`HTTP/1.1 ${status} No\r\n\r\n`)),
  );
  const before = https.globalAgent;
  https.globalAgent = new https.Agent();
  // As npm package https-proxy-agent does: the answer to CONNECT is read as if the service had given it.
  https.globalAgent.createConnection = () => {
    const socket = net.connect(port, '127.0.0.1');
    socket.write('CONNECT gateway.test:443 HTTP/1.1\r\nHost: gateway.test:443\r\n\r\n');
    return socket;
  };
  onTestFinished(() => {
    https.globalAgent = before;
  });
}

describe('over TLS', () => {
  it('names no agent, so that the proxy support of VS Code works', async () => {
    trust(certificates.root);
    const { port } = await serve();
    const seen: unknown[] = [];
    const { request } = https;
    https.request = ((options: https.RequestOptions, ...rest: []) => {
      seen.push(options.agent);
      return request(options, ...rest);
    }) as typeof request;
    onTestFinished(() => {
      https.request = request;
    });
    const send = sender(port);
    await send();
    await send({ method: 'POST', body: 'a=1', ownConnection: true });
    expect(seen).toEqual([undefined, undefined]);
  });

  it('gives each write a connection of its own beside a pool that all share, and lets it end', async () => {
    trust(certificates.root);
    const { port, sockets, keeping } = await serve();
    const send = sender(port);
    const write = { method: 'POST', body: 'a=1', ownConnection: true } as const;
    for (const request of [{}, {}, write, write, {}]) expect(await send(request)).toMatchObject({ status: 200 });
    const [first, second, third, fourth, fifth] = sockets;
    expect(second).toBe(first);
    expect(fifth).toBe(first);
    expect(new Set([first, third, fourth]).size).toBe(3);
    expect(keeping).toEqual(['keep-alive', 'keep-alive', 'close', 'close', 'keep-alive']);
  });

  it.each([
    [407, 'proxyLogin', false],
    [403, 'proxyRefusal', false],
    [503, 'proxyRefusal', true],
  ])('takes %d of a proxy for no word of the service: nothing was sent', async (http, obstacle, isTransient) => {
    await refuseTunnels(http);
    const result = await sender(443)({ method: 'POST', body: 'a=1', ownConnection: true });
    expect(result).toEqual({
      kind: 'failure',
      reason: 'network',
      leftMachine: false,
      detail: `HTTP ${http}`,
      ...{ http, obstacle, isTransient },
    });
  });

  it('knows a certificate that nobody vouches for', async () => {
    const { port } = await serve();
    expect(await sender(port)()).toMatchObject({ leftMachine: false, obstacle: 'certificate' });
  });
});
