import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { signRequest } from '../../support/signRequest';
import { get, rawCall } from './rawCall';

const list = '/vserver/v2/getNetworkInterfaceList';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the transport', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  describe('request', () => {
    const question = { networkInterfaceName: 'spare-nic', responseFormatType: 'json' };
    const query = new URLSearchParams(question).toString();

    it('may be a GET, a POST with a form, or a POST with a query, all to the same effect', async () => {
      const answers = [
        await rawCall(sandbox, `${list}?${query}`),
        await rawCall(sandbox, list, { form: question }),
        await rawCall(sandbox, `${list}?${query}`, { method: 'POST' }),
      ];
      for (const answer of answers) expect(answer.rows()).toMatchObject([{ networkInterfaceNo: '701251' }]);
    });

    it('carries Korean text in UTF-8, with blanks as plus or %20', async () => {
      const vpcs = (name: string) => get(sandbox, '/vpc/v2/getVpcList', { vpcName: name });
      expect((await vpcs('개발-vpc')).rows()).toHaveLength(1);
      const make = (encoded: string) =>
        rawCall(
          sandbox,
          `/vserver/v2/createNetworkInterface?vpcNo=1204&subnetNo=3105&accessControlGroupNoList.1=1581&networkInterfaceDescription=${encoded}&responseFormatType=json`,
        );
      for (const encoded of ['%EB%B3%B4%EC%A1%B0%20IP', '%EB%B3%B4%EC%A1%B0+IP']) {
        expect((await make(encoded)).rows()).toMatchObject([{ networkInterfaceDescription: '보조 IP' }]);
      }
    });

    it('with parameters nobody knows gives everything: subnetNo is no filter of interfaces', async () => {
      const all = await get(sandbox, list);
      expect((await get(sandbox, list, { subnetNo: '3104', vpcNo: '1207' })).rows()).toEqual(all.rows());
    });

    it('with a list that has a gap is refused rather than done by half', async () => {
      const gap = { 'secondaryIpList.1': '10.0.10.8', 'secondaryIpList.3': '10.0.10.9' };
      const answer = await get(sandbox, '/vserver/v2/assignSecondaryIps', { networkInterfaceNo: '701236', ...gap });
      expect([answer.status, answer.code()]).toEqual([400, '1100000']);
      expect((await sandbox.requests())[0]?.applied).toBe(false);
    });

    it('for the regions may name any region, since regionCode is no parameter there', async () => {
      const answer = await get(sandbox, '/vserver/v2/getRegionList', { regionCode: 'ATL' });
      expect([answer.status, answer.rows().length]).toEqual([200, 2]);
    });

    it('with broken percent-encoding is 400/100', async () => {
      const answer = await rawCall(sandbox, `${list}?networkInterfaceName=%E0%A4`);
      expect([answer.status, answer.code()]).toEqual([400, '100']);
    });

    it('has its signature checked before its encoding', async () => {
      const headers = { 'x-ncp-iam-access-key': undefined };
      const answer = await rawCall(sandbox, `${list}?networkInterfaceName=%E0%A4`, { headers });
      expect([answer.status, answer.code()]).toEqual([401, '200']);
    });

    it('with bytes in the form that are not UTF-8 is 400/100', async () => {
      const answer = await rawBytes(
        sandbox,
        signed('POST', list, { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '22' }),
        Buffer.from([...Buffer.from('networkInterfaceName='), 0xff]),
      );
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('"errorCode": "100"');
    });

    it('that is a GET is not carried out by a body, which nobody signed', async () => {
      const form = 'networkInterfaceNo=701236&secondaryIpList.1=10.0.10.9&responseFormatType=json';
      const headers = {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(form.length),
      };
      const answer = await rawBytes(
        sandbox,
        signed('GET', '/vserver/v2/assignSecondaryIps', headers),
        Buffer.from(form),
      );
      expect(answer).toContain('<returnCode>900</returnCode>');
      expect((await sandbox.requests())[0]).toMatchObject({ applied: false, params: {} });
    });

    it.each([
      ['a method in lower case', 'get /vserver/v2/getRegionList HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400, '100'],
      ['a head that is no HTTP', 'hello\r\n\r\n', 400, '100'],
      ['a head without end', `GET /?${'x'.repeat(70_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`, 413, '430'],
      [
        'a URL of 20 kB',
        `GET /?${'x'.repeat(20_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
        401,
        '200',
      ],
    ])('that is %s is answered by the gateway, with ids for support', async (_what, head, status, code) => {
      const answer = await rawBytes(sandbox, head);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(answer).toContain(`"errorCode": "${code}"`);
      for (const name of ['x-ncp-apigw-request-id', 'x-ncp-trace-id'])
        expect(answer).toMatch(new RegExp(`^${name}: [0-9a-f-]{36}\r$`, 'm'));
    });

    it('may have a long list in its query', async () => {
      const numbers = Array.from({ length: 500 }, (_, index) => [`networkInterfaceNoList.${index + 1}`, '701251']);
      const answer = await get(sandbox, list, Object.fromEntries(numbers) as Record<string, string>);
      expect(answer.rows()).toMatchObject([{ networkInterfaceNo: '701251' }]);
    });

    it('with a huge form is 413/430', async () => {
      const answer = await rawCall(sandbox, list, { form: { networkInterfaceName: 'x'.repeat(300_000) } });
      expect([answer.status, answer.code()]).toEqual([413, '430']);
    });

    it('with a JSON body has no parameters, since POST takes forms', async () => {
      const answer = await rawCall(sandbox, '/vserver/v2/getNetworkInterfaceDetail?responseFormatType=json', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
      });
      expect([answer.status, answer.code()]).toEqual([400, '900']);
    });

    it.each([
      ['an unknown action', 'GET', '/vserver/v2/getNothing'],
      ['an action in another case', 'GET', '/vserver/v2/getregionlist'],
      ['an action of the other product', 'GET', '/vpc/v2/getRegionList'],
      ['another path', 'GET', '/'],
      ['another method', 'PUT', '/vserver/v2/getRegionList'],
      ['a posted caller-identity', 'POST', '/api/v1/caller-identity'],
    ])('for %s is 404/300', async (_what, method, path) => {
      const answer = await rawCall(sandbox, path, { method });
      expect([answer.status, answer.code()]).toEqual([404, '300']);
    });
  });

  /** The head of a signed request that ends its connection, as bytes. */
  const signed = (method: string, target: string, headers: Readonly<Record<string, string>>) => {
    const all = { Host: '127.0.0.1', Connection: 'close', ...signRequest(sandbox, method, target), ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
  };

  describe('response', () => {
    it('is XML unless JSON is asked for', async () => {
      for (const target of [list, `${list}?responseFormatType=xml`, `${list}?responseFormatType=yaml`]) {
        const answer = await rawCall(sandbox, target);
        expect(answer.headers.get('content-type')).toBe('application/xml;charset=UTF-8');
        expect(answer.text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<getNetworkInterfaceListResponse>/);
      }
    });

    it('in XML says what it says in JSON', async () => {
      const isArray = (name: string, path: unknown) =>
        String(path).endsWith(`List.${name}`) && !['code', 'codeName'].includes(name);
      const parser = new XMLParser({ parseTagValue: false, isArray, ignoreDeclaration: true });
      const asXml = await rawCall(sandbox, `${list}?networkInterfaceNoList.1=701237&networkInterfaceNoList.2=701251`);
      const asJson = await get(sandbox, list, {
        'networkInterfaceNoList.1': '701237',
        'networkInterfaceNoList.2': '701251',
      });
      const { getNetworkInterfaceListResponse: read } = parser.parse(asXml.text) as {
        getNetworkInterfaceListResponse: {
          totalRows: string;
          networkInterfaceList: { networkInterface: Record<string, string | Record<string, string[]>>[] };
        };
      };
      expect(Object.keys(read)).toEqual([
        'requestId',
        'returnCode',
        'returnMessage',
        'totalRows',
        'networkInterfaceList',
      ]);
      const plain = read.networkInterfaceList.networkInterface.map((row) => ({
        ...row,
        isDefault: row.isDefault === 'true',
        deleteOnTermination: row.deleteOnTermination === 'true',
        enableFlowLog: row.enableFlowLog === 'true',
        accessControlGroupNoList: itemsOf(row.accessControlGroupNoList, 'accessControlGroupNo'),
        secondaryIpList: itemsOf(row.secondaryIpList, 'secondaryIp'),
      }));
      expect(plain).toEqual(asJson.rows());
      expect(read.totalRows).toBe('2');
    });

    it('in XML stays well-formed whatever a description holds', async () => {
      const description = encodeURIComponent('a\0b\u0001c\uFFFE');
      const answer = await rawCall(
        sandbox,
        `/vserver/v2/createNetworkInterface?vpcNo=1204&subnetNo=3105&accessControlGroupNoList.1=1581&networkInterfaceDescription=${description}`,
      );
      expect(answer.text).toContain('<networkInterfaceDescription>a\uFFFDb\uFFFDc\uFFFD</networkInterfaceDescription>');
    });

    it('in XML escapes what has to be escaped', async () => {
      const quoted = encodeURIComponent('<b>R&D</b> "quoted"');
      const answer = await rawCall(
        sandbox,
        `/vserver/v2/createNetworkInterface?vpcNo=1204&subnetNo=3105&accessControlGroupNoList.1=1581&networkInterfaceDescription=${quoted}`,
      );
      expect(new XMLParser().parse(answer.text)).toHaveProperty(
        'createNetworkInterfaceResponse.networkInterfaceList.networkInterface.networkInterfaceDescription',
        '<b>R&D</b> "quoted"',
      );
    });

    it('refuses in XML with code before message', async () => {
      const answer = await rawCall(sandbox, '/vserver/v2/getNetworkInterfaceDetail');
      expect(answer.status).toBe(400);
      expect(answer.text.replaceAll(/\s*\n\s*/g, '')).toBe(
        '<?xml version="1.0" encoding="UTF-8"?><responseError><returnCode>900</returnCode>' +
          '<returnMessage>Required field is not specified. location : networkInterfaceNo.</returnMessage></responseError>',
      );
    });

    it('in JSON has the byte form the official Go SDK cuts its payload from', async () => {
      const answer = await get(sandbox, '/vserver/v2/getRegionList');
      expect(answer.headers.get('content-type')).toBe('application/json;charset=UTF-8');
      expect(answer.text).toMatch(/^\{\n {2}"getRegionListResponse": \{\n {4}"totalRows": 2,/);
      expect(answer.text.endsWith('}')).toBe(true);
    });

    it('carries ids for support and the clock of the gateway', async () => {
      await sandbox.reset({ skew: 120_000 });
      const answer = await get(sandbox, '/vserver/v2/getRegionList');
      expect(answer.headers.get('x-ncp-apigw-request-id')).toMatch(uuid);
      expect(answer.headers.get('x-ncp-trace-id')).toMatch(uuid);
      expect(Date.parse(answer.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(110_000);
      await sandbox.reset({ skew: 0 });
    });

    it('gives the same ids again for the same seed', async () => {
      const id = async () => (await get(sandbox, '/vserver/v2/getRegionList')).content().requestId;
      await sandbox.reset({ seed: 7 });
      const [first, second] = [await id(), await id()];
      await sandbox.reset({ seed: 7 });
      expect([await id(), await id()]).toEqual([first, second]);
      await sandbox.reset({ seed: 8 });
      expect(await id()).not.toBe(first);
      await sandbox.reset({ seed: 1 });
    });
  });

  it('reads an absolute request target as its path, as proxies send it', async () => {
    const target = '/vserver/v2/getRegionList?responseFormatType=json';
    const { hostname, port } = new URL(sandbox.url);
    const status = await new Promise((resolve, reject) => {
      const headers = signRequest(sandbox, 'GET', target);
      request({ hostname, port, path: `http://ncloud.example${target}`, headers }, ({ statusCode }) =>
        resolve(statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });

  it('answers many calls at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => get(sandbox, list, { pageNo: '1', pageSize: '5' })),
    );
    expect(new Set(answers.map((answer) => answer.content().requestId)).size).toBe(50);
  });
});

/** Sends bytes that no HTTP client would, and reads until the connection ends. */
async function rawBytes({ url }: { readonly url: string }, head: string, body = Buffer.alloc(0)): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(Buffer.concat([Buffer.from(head), body]));
  return text(socket);
}

/** An empty list is an empty element, which reads as an empty text. */
function itemsOf(list: string | Record<string, string[]> | undefined, name: string): string[] | undefined {
  return list === '' ? [] : typeof list === 'object' ? list[name] : undefined;
}
