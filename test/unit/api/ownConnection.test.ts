import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:https';
import { expect, it, onTestFinished } from 'vitest';
import { createHttp, type HttpRequest } from '../../../src/api/http';
import { makeCertificates, trust } from '../../support/certificates';
import { startRawServer } from '../../support/rawServer';

const write: HttpRequest = {
  method: 'POST',
  url: '',
  headers: {},
  body: 'a=1',
  ownConnection: true,
  signal: new AbortController().signal,
};

function open() {
  const http = createHttp(5_000);
  onTestFinished(() => http.dispose());
  return http;
}

/** Takes connections, but answers nobody's handshake before it is told to. */
async function startSlowDoor(behind: number) {
  const held: (() => void)[] = [];
  const door = net.createServer((outside: Socket) => {
    outside.on('error', () => undefined);
    outside.pause();
    held.push(() => {
      const inside = net.connect(behind, '127.0.0.1');
      outside.pipe(inside).pipe(outside);
      inside.on('error', () => outside.destroy());
    });
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  onTestFinished(() => void door.close());
  return { port: (door.address() as AddressInfo).port, openDoor: () => held.forEach((let_) => let_()) };
}

it('a write is called back while its connection is still being made, and nothing of it was sent', async () => {
  const certificates = makeCertificates();
  trust(certificates.root);
  let requests = 0;
  const gateway = createServer(certificates.issued, (_request, response) => {
    requests++;
    response.end('{}');
  });
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  onTestFinished(() => void gateway.close());
  const { port, openDoor } = await startSlowDoor((gateway.address() as AddressInfo).port);
  const stop = new AbortController();
  const sending = open().send({ ...write, url: `https://127.0.0.1:${port}/a`, callBack: stop.signal });
  setTimeout(() => stop.abort(), 20);
  expect(await sending).toMatchObject({ kind: 'failure', reason: 'cancelled', leftMachine: false });
  openDoor();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(requests).toBe(0);
});

it('a write that has left is not called back any more', async () => {
  const stop = new AbortController();
  const server = await startRawServer((_request, response) => {
    stop.abort();
    response.end('done');
  });
  onTestFinished(() => server.close());
  const result = await open().send({ ...write, url: `${server.url}/a`, callBack: stop.signal });
  expect(result).toMatchObject({ kind: 'answer', body: 'done' });
  expect(server.requests.map(({ body }) => body)).toEqual(['a=1']);
});

it('a write that was called back before it began sends nothing', async () => {
  const server = await startRawServer((_request, response) => response.end());
  onTestFinished(() => server.close());
  const result = await open().send({ ...write, url: `${server.url}/a`, callBack: AbortSignal.abort() });
  expect(result).toMatchObject({ reason: 'cancelled', leftMachine: false });
  expect(server.requests).toEqual([]);
});
