import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttp, type HttpRequest, type HttpResult } from '../../../../src/api/calls/http';
import { limits } from '../../../../src/api/limits';
import { startRawServer, type RawHandler, type RawServer } from '../../../support/rawServer';

interface Sender {
  readonly server: RawServer;
  readonly send: (request?: Partial<HttpRequest>) => Promise<HttpResult>;
}

async function start(handle: RawHandler, timeoutMs = 5_000): Promise<Sender> {
  const server = await startRawServer(handle);
  const http = createHttp(timeoutMs);
  onTestFinished(async () => {
    http.dispose();
    await server.close();
  });
  const signal = new AbortController().signal;
  return {
    server,
    send: (request) =>
      http.send({ method: 'GET', url: `${server.url}/a`, headers: {}, ownConnection: false, signal, ...request }),
  };
}

describe('createHttp', () => {
  it('sends the URL as it was given', async () => {
    const { server, send } = await start((_request, response) => response.end());
    const target = '/vpc/v2/x?b=2&a=1&subnet=10.0.10.0%2F24&name=%EB%B3%B4%20%27x%27%28%29%2A%21&plus=%2B&empty=';
    await send({ url: `${server.url}${target}` });
    expect(server.requests.map((request) => request.target)).toEqual([target]);
  });

  it('takes any status for an answer and follows no redirect', async () => {
    const { server, send } = await start((_request, response) =>
      response.writeHead(302, { location: '/elsewhere' }).end('x'),
    );
    expect(await send()).toMatchObject({ kind: 'answer', status: 302, body: 'x' });
    expect(server.requests).toHaveLength(1);
  });

  it('leaves JSON as text and decompresses', async () => {
    const { send } = await start((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync('{"a": "한"}')),
    );
    expect(await send()).toMatchObject({ kind: 'answer', body: '{"a": "한"}' });
  });

  it('keeps connections for reads and gives a write its own', async () => {
    const { server, send } = await start((_request, response) => response.end());
    await send();
    await send();
    await send({ method: 'POST', body: 'a=1', ownConnection: true });
    const [first, second, third] = server.requests.map((request) => request.socket);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('ignores proxies of the environment', async () => {
    const { server, send } = await start((_request, response) => response.end('direct'));
    const before = process.env.http_proxy;
    process.env.http_proxy = 'http://127.0.0.1:9';
    onTestFinished(() => {
      if (before === undefined) delete process.env.http_proxy;
      else process.env.http_proxy = before;
    });
    expect(await send({ url: `${server.url}/b` })).toMatchObject({ kind: 'answer', body: 'direct' });
  });

  it('gives up on a server that never answers', async () => {
    const { send } = await start(() => undefined, 50);
    expect(await send()).toMatchObject({ kind: 'failure', reason: 'timeout', leftMachine: true });
  });

  it('gives up on a body that drips forever', async () => {
    const { send } = await start((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(timer));
    }, 100);
    expect(await send()).toMatchObject({ kind: 'failure', reason: 'timeout' });
  });

  it('says when the caller cancelled', async () => {
    const controller = new AbortController();
    const { send } = await start(() => controller.abort());
    expect(await send({ signal: controller.signal })).toMatchObject({ kind: 'failure', reason: 'cancelled' });
  });

  it.each(['GET', 'POST'] as const)('sends nothing that was cancelled before: %s', async (method) => {
    let arrived = 0;
    const { send } = await start((_request, response) => {
      arrived++;
      response.end();
    });
    const result = await send({ method, signal: AbortSignal.abort(), ...(method === 'POST' && { body: 'a=1' }) });
    expect(result).toMatchObject({ kind: 'failure', reason: 'cancelled', leftMachine: false });
    expect(await send()).toMatchObject({ kind: 'answer' });
    expect(arrived).toBe(1);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ] as const)('reads an answer that was packed with %s', async (encoding, pack) => {
    const { send } = await start((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(pack('{"packed":true}'));
    });
    expect(await send()).toMatchObject({ kind: 'answer', body: '{"packed":true}' });
  });

  it('knows a request that never left: nobody listens', async () => {
    const { server, send } = await start((_request, response) => response.end());
    await server.close();
    const result = await send();
    expect(result).toMatchObject({ reason: 'network', leftMachine: false, isTransient: true, detail: 'ECONNREFUSED' });
  });

  it('cannot know what became of a request whose connection was reset', async () => {
    const { send } = await start((request) => request.socket.resetAndDestroy());
    expect(await send()).toMatchObject({ reason: 'network', leftMachine: true, detail: 'ECONNRESET' });
  });

  it.each(['content-length', 'chunked'])('knows an answer that was cut off (%s)', async (framing) => {
    const { send } = await start((request, response) => {
      response.writeHead(200, framing === 'content-length' ? { 'content-length': '100' } : {});
      response.write('{"a":', () => request.socket.destroy());
    });
    expect(await send()).toMatchObject({ reason: 'unreadable', leftMachine: true, isTransient: true, http: 200 });
  });

  it('refuses an answer beyond the size limit', async () => {
    const { send } = await start((_request, response) => {
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      response.writeHead(200);
      for (let sent = 0; sent <= limits.responseBytes; sent += chunk.length) response.write(chunk);
      response.end();
    });
    expect(await send()).toMatchObject({
      reason: 'unreadable',
      isTransient: false,
      detail: 'the answer was too large',
    });
  });

  it('takes what is no HTTP for unreadable', async () => {
    const { send } = await start((request) => request.socket.end('hello\r\n\r\n'));
    expect(await send()).toMatchObject({ reason: 'unreadable', leftMachine: true });
  });
});
