import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { SandboxOptions } from '../../../src/sandbox/sandboxOptions';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { signRequest } from '../../support/signRequest';
import { get, rawCall } from './rawCall';

const assign =
  '/vserver/v2/assignSecondaryIps?networkInterfaceNo=701236&secondaryIpList.1=10.0.10.9&responseFormatType=json';

/** What a web page or a program of another user on this machine can send: any headers, but no key it has not seen. */
describe('a sandbox among strangers', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  async function send(method: string, target: string, headers: Record<string, string>, body = '') {
    const { hostname, port } = new URL(sandbox.url);
    const asked = request({ hostname, port, path: target, method, headers });
    asked.end(body);
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: response.statusCode, headers: response.headers, text: await text(response) };
  }
  const signed = (target: string) => signRequest(sandbox, 'GET', target);
  const steering = () => ({ 'x-sandbox-control': sandbox.controlToken });
  const secondaryIps = async () =>
    (await sandbox.state()).regions[0]!.interfaces.find((one) => one.networkInterfaceNo === '701236')?.secondaryIpList;

  describe.each([
    ['a name that was made to point here', { Host: 'evil.example' }],
    ['a name that begins like loopback', { Host: '127.0.0.1.evil.example' }],
    ['the address of every network', { Host: '0.0.0.0' }],
    ['a page from elsewhere', { Origin: 'https://evil.example' }],
    ['a page without an origin of its own', { Origin: 'null' }],
    ['a page of another port of this machine', { Origin: 'http://localhost:8080' }],
    ['an image in a page from elsewhere', { 'Sec-Fetch-Site': 'cross-site' }],
    ['an image in a page of another port', { 'Sec-Fetch-Site': 'same-site' }],
  ] as [string, Record<string, string>][])('asked under %s', (_who, headers) => {
    it('refuses a call of the gateway although it is signed, and changes nothing', async () => {
      const answer = await send('GET', assign, { ...signed(assign), ...headers });
      expect([answer.status, answer.headers]).toEqual([403, expect.objectContaining({ connection: 'close' })]);
      expect(JSON.parse(answer.text)).toHaveProperty('error.errorCode', '230');
      expect(await secondaryIps()).toEqual([]);
    });

    it('refuses a control request although it has the token, and changes nothing', async () => {
      const change = JSON.stringify({ assign: { networkInterfaceNo: '701236', address: '10.0.10.9' } });
      const answer = await send('POST', '/__sandbox__/change', { ...steering(), ...headers }, change);
      expect(answer.status).toBe(403);
      expect(await secondaryIps()).toEqual([]);
    });
  });

  it.each([
    ['the name localhost, forwarded from another port', { Host: 'localhost:1234' }],
    ['the loopback address of IPv6', { Host: '[::1]:1234' }],
    ['its own origin', { Host: 'localhost:1234', Origin: 'http://localhost:1234', 'Sec-Fetch-Site': 'same-origin' }],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }],
  ] as [string, Record<string, string>][])('answers under %s', async (_who, headers) => {
    expect((await send('GET', assign, { ...signed(assign), ...headers })).status).toBe(200);
    expect((await send('GET', '/__sandbox__/state', { ...steering(), ...headers })).status).toBe(200);
  });

  it('gives no page leave to ask (CORS), whatever it wants to send', async () => {
    const preflight = {
      Origin: 'https://evil.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'x-sandbox-control',
    };
    for (const target of [assign, '/__sandbox__/reset']) {
      const { status, headers } = await send('OPTIONS', target, preflight);
      expect(status).toBe(403);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each([
    ['without its token', {}],
    ['with another token', { 'x-sandbox-control': 'ncpSandboxControl0000000000000000000guess' }],
  ])('a control request %s is refused, and changes nothing', async (_how, headers) => {
    await get(sandbox, assign);
    const answer = await send('POST', '/__sandbox__/reset', headers, '{}');
    expect([answer.status, answer.text]).toEqual([401, expect.stringContaining('controlToken')]);
    expect(await sandbox.requests()).toHaveLength(1);
  });

  it('keeps its keys at a reset, whatever keys that asks for', async () => {
    const theirs = { accessKey: 'ncpTestAccessKey0001', secretKey: 'ncpTestSecretKey00000000000000000000ABCD' };
    await sandbox.reset({ ...theirs, extraKeys: [{ ...theirs, role: 'manager' }] });
    expect((await get(sandbox, '/vserver/v2/getRegionList')).status).toBe(200);
    expect((await get(sandbox, '/vserver/v2/getRegionList', {}, { key: sandbox.viewer })).status).toBe(200);
    expect((await get(sandbox, '/vserver/v2/getRegionList', {}, { key: theirs })).status).toBe(401);
  });

  it('writes down what nobody signed without its parameters: who did not sign, and why it was refused', async () => {
    const note = 'x'.repeat(1_000);
    const wrong = { ...sandbox, secretKey: 'wrong' };
    await rawCall(sandbox, '/vserver/v2/getVpcList?vpcName=note', { key: wrong, form: { note } });
    await send(
      'POST',
      '/vserver/v2/getVpcList',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      `note=${note}`,
    );
    await send('GET', `/vpc/v2/${note}?note=1`, { Origin: 'https://evil.example' });
    const known = { seq: 0, time: '', accessKey: '', requestId: '' };
    const arrived = (await sandbox.requests()).map((entry) => ({ ...entry, ...known }));
    const refused = { ...known, params: {}, applied: false };
    expect(arrived).toEqual([
      { ...refused, method: 'POST', action: 'getVpcList', status: 401, reason: 'Invalid authentication information.' },
      { ...refused, method: 'POST', action: 'getVpcList', status: 401, reason: expect.stringContaining('missing') },
      { ...refused, method: 'GET', action: 'x'.repeat(100), status: 403, reason: expect.stringContaining('origin') },
    ]);
  });

  it('still writes down the parameters of a call that is only late or early', async () => {
    await get(sandbox, assign.split('?')[0]!, { networkInterfaceNo: '701236' }, { timestamp: 1 });
    expect(await sandbox.requests()).toMatchObject([{ status: 401, params: { networkInterfaceNo: '701236' } }]);
  });

  it('keeps its log under 16 MB, whatever is signed and sent; the newest stay', async () => {
    for (let call = 0; call < 100; call++) {
      await rawCall(sandbox, '/vserver/v2/getVpcList', { form: { call: String(call), note: 'x'.repeat(255_000) } });
    }
    const entries = await sandbox.requests();
    expect(JSON.stringify(entries).length).toBeLessThan(16 * 1024 * 1024);
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.at(-1)).toMatchObject({ params: { call: '99' } });
  });

  describe('with little patience', () => {
    async function start(options: SandboxOptions) {
      const hasty = await startTestSandbox(options);
      onTestFinished(() => hasty.close());
      return hasty;
    }

    function open({ url }: TestSandbox, beginning: string): Socket {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      onTestFinished(() => void socket.destroy());
      socket.on('error', () => undefined);
      socket.resume().write(beginning);
      return socket;
    }
    const isClosed = (socket: Socket) => new Promise((resolve) => socket.once('close', () => resolve(true)));

    const half = (path: string) => `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n`;
    it.each([
      ['nothing', () => ''],
      ['half its headers', () => half(assign)],
      ['half its body', () => `${half(assign)}\r\nresponse`],
      [
        'half the body of a signed call',
        ({ accessKey, secretKey }: TestSandbox) => {
          const headers = signRequest({ accessKey, secretKey }, 'POST', '/vserver/v2/getVpcList');
          const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
          return `${half('/vserver/v2/getVpcList')}${lines.join('')}\r\nresponse`;
        },
      ],
    ])('closes a connection that sends %s', async (_what, beginning) => {
      const hasty = await start({ patience: 100 });
      expect(await isClosed(open(hasty, beginning(hasty)))).toBe(true);
      expect((await get(hasty, '/vserver/v2/getRegionList')).status).toBe(200);
    });

    it('closes connections beyond those it may hold, and serves on when there is room', async () => {
      const narrow = await start({ connections: 3 });
      const held = [1, 2, 3].map(() => open(narrow, half(assign)));
      await Promise.all(held.map((socket) => once(socket, 'connect')));
      await Promise.all(Array.from({ length: 20 }, () => isClosed(open(narrow, half(assign)))));
      expect(held.filter(({ closed }) => closed)).toEqual([]);
      for (const socket of held) socket.destroy();
      const status = () => get(narrow, '/vserver/v2/getRegionList').then((answer) => answer.status);
      await expect.poll(() => status().catch(() => 'refused')).toBe(200);
    });
  });
});
