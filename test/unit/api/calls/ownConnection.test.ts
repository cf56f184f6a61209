import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:https';
import { expect, it, onTestFinished } from 'vitest';
import { createHttp, type HttpRequest } from '../../../../src/api/calls/http';
import { makeCertificates, trust } from '../../../support/certificates';
import { startRawServer } from '../../../support/rawServer';

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
  const knocked = Promise.withResolvers<undefined>();
  const door = net.createServer((outside: Socket) => {
    outside.on('error', () => undefined);
    outside.pause();
    held.push(() => {
      const inside = net.connect(behind, '127.0.0.1');
      outside.pipe(inside).pipe(outside);
      inside.on('error', () => outside.destroy());
    });
    knocked.resolve(undefined);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  onTestFinished(() => void door.close());
  const openDoor = (): void => held.forEach((letIn) => letIn());
  return { port: (door.address() as AddressInfo).port, openDoor, knocked: knocked.promise };
}

/** A gateway over TLS behind a slow door. */
async function startSlowGateway() {
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
  const door = await startSlowDoor((gateway.address() as AddressInfo).port);
  return { ...door, url: `https://127.0.0.1:${door.port}/a`, requests: () => requests };
}

it('a write is called back while its connection is still being made, and nothing of it was sent', async () => {
  const { url, openDoor, requests } = await startSlowGateway();
  const stop = new AbortController();
  const sending = open().send({ ...write, url, callBack: stop.signal });
  setTimeout(() => stop.abort(), 20);
  expect(await sending).toMatchObject({ kind: 'failure', reason: 'cancelled', leftMachine: false });
  openDoor();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(requests()).toBe(0);
});

it.each([
  [false, { kind: 'failure', reason: 'cancelled', leftMachine: false }, 0],
  [true, { kind: 'answer', body: '{}' }, 1],
])('a write is asked for once more when its connection stands: it may leave = %s', async (may, result, sent) => {
  const { url, openDoor, knocked, requests } = await startSlowGateway();
  let mayLeave = true;
  const sending = open().send({ ...write, url, mayLeave: () => mayLeave });
  await knocked;
  mayLeave = may;
  openDoor();
  expect(await sending).toMatchObject(result);
  expect(requests()).toBe(sent);
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
