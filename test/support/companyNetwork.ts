import { once } from 'node:events';
import fs from 'node:fs';
import http, { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { createTemporaryFolder, removeTemporaryFolder } from '../host/temporaryFolder.mjs';
import { makeCertificates } from './certificates';

/** A gateway that only a company's proxy leads to, behind a certificate that only the company's root vouches for. */
export interface CompanyNetwork {
  /** Address of the gateway: a name that no DNS knows. */
  readonly gatewayUrl: string;
  readonly proxyUrl: string;
  /** The root certificate, PEM: for NODE_EXTRA_CA_CERTS. */
  readonly rootFile: string;
  /** What the proxy was asked to connect to, since the last `forget`. */
  readonly asked: readonly string[];
  forget(): void;
  /** From now on only with this login (`name:password`); undefined lets everybody through. Open tunnels end. */
  requireLogin(login: string | undefined): void;
  /** Whether the gateway shows a certificate of the company's root, or one that it signed itself. */
  present(kind: 'issued' | 'selfSigned'): void;
  /** Pulls the plug of the proxy; connections under way end. */
  stopProxy(): Promise<void>;
  startProxy(): Promise<void>;
  close(): Promise<void>;
}

const host = 'ncloud.test';

/** Puts TLS and a proxy in front of the sandbox at `sandboxUrl`. */
export async function startCompanyNetwork(sandboxUrl: string): Promise<CompanyNetwork> {
  const certificates = makeCertificates(host);
  const folder = createTemporaryFolder('company');
  const rootFile = path.join(folder, 'root.pem');
  fs.writeFileSync(rootFile, certificates.root);

  const front = createHttpsServer(certificates.issued, (request, response) => {
    const { method, url = '/' } = request;
    const headers = { ...request.headers, host: new URL(sandboxUrl).host };
    const onward = http.request(`${sandboxUrl}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  const frontPort = await listen(front);

  const asked: string[] = [];
  let login: string | undefined;
  const connect = (request: http.IncomingMessage, client: Socket): void => {
    const { url = '', headers } = request;
    asked.push(url);
    if (login !== undefined && headers['proxy-authorization'] !== `Basic ${Buffer.from(login).toString('base64')}`) {
      client.end('HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm="company"\r\nContent-Length: 0\r\n\r\n');
    } else if (url !== `${host}:443`) {
      client.end('HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n');
    } else {
      tunnel(client, frontPort);
    }
  };
  let proxy = createHttpServer().on('connect', connect);
  const proxyPort = await listen(proxy);

  return {
    gatewayUrl: `https://${host}`,
    proxyUrl: `http://127.0.0.1:${proxyPort}`,
    rootFile,
    asked,
    forget: () => asked.splice(0),
    requireLogin(wanted) {
      login = wanted;
      // A tunnel that stays open would never be asked.
      for (const socket of open.get(proxy) ?? []) socket.destroy();
    },
    present: (kind) => front.setSecureContext(certificates[kind]),
    stopProxy: () => end(proxy),
    async startProxy() {
      proxy = createHttpServer().on('connect', connect);
      await listen(proxy, proxyPort);
    },
    async close() {
      await end(proxy);
      await end(front);
      removeTemporaryFolder(folder);
    },
  };
}

function tunnel(client: Socket, port: number): void {
  const upstream = net.connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
  client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
}

const open = new WeakMap<Server, Set<Socket>>();

async function listen(server: Server | HttpsServer, port = 0): Promise<number> {
  const sockets = new Set<Socket>();
  open.set(server, sockets);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function end(server: Server | HttpsServer): Promise<void> {
  if (!server.listening) return;
  for (const socket of open.get(server) ?? []) socket.destroy();
  server.close();
  await once(server, 'close');
}
