import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorDetails } from '../../../src/api/apiError';
import type { NcloudApi } from '../../../src/api/ncloudApi';
import { answerInTurn, answerWith, interfacesBody, listBody, wireInterface } from '../../support/answers';
import { rawKeys, startRawApi } from '../../support/rawApi';
import type { RawHandler } from '../../support/rawServer';

const regions = answerWith(200, listBody('getRegionList', 'regionList', [{ regionCode: 'KR', regionName: 'Korea' }]));
const assigned = answerWith(200, interfacesBody('assignSecondaryIps', wireInterface()));
const gatewayError = (http: number, errorCode: string, headers: Record<string, string> = {}) =>
  answerWith(http, JSON.stringify({ error: { errorCode, message: 'made up', details: '' } }), headers);
const reset: RawHandler = (request) => request.socket.resetAndDestroy();
const cutOff: RawHandler = (request, response) => {
  response.writeHead(200, { 'content-length': '500' });
  response.write('{"assignSecondaryIpsResponse":{', () => request.socket.destroy());
};

const assign = (api: NcloudApi, signal?: AbortSignal) =>
  api.assignSecondaryIps({ regionCode: 'KR', networkInterfaceNo: '701236', secondaryIpCount: 1 }, signal && { signal });

/** The details of the ApiError a call fails with; anything else fails the test. */
async function failure(call: Promise<unknown>): Promise<ApiErrorDetails> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  return (error as ApiError).details;
}

describe('a read', () => {
  it.each([
    ['503', gatewayError(503, '500')],
    ['504', gatewayError(504, '510')],
    ['500', gatewayError(500, '900')],
    ['429', gatewayError(429, '420')],
    ['429 with Retry-After', gatewayError(429, '420', { 'retry-after': '0' })],
    ['a reset', reset],
    ['a cut-off answer', cutOff],
  ])('is tried again after %s', async (_what, broken) => {
    const { api, requests } = await startRawApi(answerInTurn(broken, regions));
    expect(await api.getRegionList()).toEqual([{ regionCode: 'KR', regionName: 'Korea' }]);
    expect(requests).toHaveLength(2);
  });

  it.each([
    ['503', gatewayError(503, '500'), 4],
    ['500', gatewayError(500, '900'), 2],
    ['401', gatewayError(401, '200'), 1],
  ])('gives up after %s', async (_what, broken, tries) => {
    const { api, requests } = await startRawApi(broken);
    expect(await failure(api.getRegionList())).toMatchObject({ action: 'getRegionList', effect: 'none' });
    expect(requests).toHaveLength(tries);
  });

  it('is signed anew for every try, with the clock and the key of that moment', async () => {
    let now = 1_767_225_600_000;
    let keys = 0;
    const { api, requests } = await startRawApi(answerInTurn(gatewayError(503, '500'), regions), {
      now: () => (now += 1_000),
      credentials: () => Promise.resolve({ accessKey: `ncpTestAccessKey000${++keys}`, secretKey: rawKeys.secretKey }),
    });
    await api.getRegionList();
    const [first, second] = requests.map(({ headers }) => headers);
    for (const name of ['x-ncp-apigw-timestamp', 'x-ncp-iam-access-key', 'x-ncp-apigw-signature-v2']) {
      expect(first?.[name]).toBeDefined();
      expect(second?.[name]).not.toBe(first?.[name]);
    }
  });

  it('shows its tries in the log', async () => {
    const { api, log } = await startRawApi(answerInTurn(gatewayError(503, '500'), regions));
    await api.getRegionList();
    const lines = log.lines
      .filter((line) => line.startsWith('info'))
      .map((line) => line.replace(/\d+ ms/, 'N ms').replace(/(?<=[→←↻] )[0-9a-f]{4}/, 'ID'));
    expect(lines).toEqual([
      'info → ID GET getRegionList',
      'info ← ID 503 N ms unavailable code 500',
      'info ↻ ID unavailable, again in N ms',
      'info → ID#2 GET getRegionList',
      'info ← ID#2 200 N ms',
    ]);
  });

  it('goes as a form when its query would be too long for a request line', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => String(700_000 + index));
    const { api, requests } = await startRawApi(
      answerWith(200, interfacesBody('getNetworkInterfaceList', wireInterface())),
    );
    await api.getNetworkInterfaceList({ regionCode: 'KR', networkInterfaceNoList: numbers });
    expect(requests[0]).toMatchObject({ method: 'POST', target: '/vserver/v2/getNetworkInterfaceList' });
    expect(requests[0]?.body).toContain('networkInterfaceNoList.300=700299');
  });

  it('with an empty list filter asks nothing: the service would answer everything', async () => {
    const { api, requests } = await startRawApi(regions);
    expect(await api.getNetworkInterfaceList({ regionCode: 'KR', networkInterfaceNoList: [] })).toEqual([]);
    expect(requests).toHaveLength(0);
  });

  it('without a region is refused: the service would silently take its first one', async () => {
    const { api, requests } = await startRawApi(regions);
    expect(await failure(api.getVpcList(''))).toMatchObject({
      kind: 'invalidRequest',
      apiMessage: 'regionCode must be given',
    });
    expect(requests).toHaveLength(0);
  });

  it('names the field a service left out', async () => {
    const { api } = await startRawApi(
      answerWith(200, listBody('getRegionList', 'regionList', [{ regionName: 'Korea' }])),
    );
    expect(await failure(api.getRegionList())).toMatchObject({
      kind: 'unreadable',
      apiMessage: 'regionList has no row that can be read: regionCode is missing',
    });
  });

  it('asks who the key belongs to on the STS address', async () => {
    const { api, requests } = await startRawApi(answerWith(200, '{"id":"1","userType":"Sub"}'), { method: 'POST' });
    expect(await api.getCallerIdentity()).toEqual({ id: '1', userType: 'Sub' });
    expect(requests[0]).toMatchObject({ method: 'GET', target: '/api/v1/caller-identity' });
  });
});

describe('a write', () => {
  it.each<[string, RawHandler, Partial<ApiErrorDetails>]>([
    ['a reset', reset, { kind: 'network', layer: 'transport', effect: 'unknown' }],
    ['a cut-off answer', cutOff, { kind: 'unreadable', effect: 'unknown', http: 200 }],
    ['an empty 200', answerWith(200, ''), { kind: 'unreadable', effect: 'unknown' }],
    ['half a JSON', answerWith(200, '{"assignSecondaryIpsResponse":{'), { kind: 'unreadable', effect: 'unknown' }],
    [
      'half an XML',
      answerWith(200, '<assignSecondaryIpsResponse><returnCode>0'),
      { kind: 'unreadable', effect: 'unknown' },
    ],
    ['HTML', answerWith(200, '<html><body>Sign in</body></html>'), { kind: 'unreadable', effect: 'unknown' }],
    ['another answer', regions, { kind: 'unreadable', effect: 'unknown' }],
    ['502 as text', answerWith(502, 'Bad Gateway'), { kind: 'unavailable', effect: 'unknown', snippet: 'Bad Gateway' }],
    ['503', gatewayError(503, '500'), { kind: 'unavailable', effect: 'unknown' }],
    ['500', gatewayError(500, '900'), { kind: 'unavailable', effect: 'unknown' }],
    ['an empty 400', answerWith(400, ''), { kind: 'unreadable', effect: 'unknown' }],
    ['401', gatewayError(401, '200'), { kind: 'credentials', effect: 'none' }],
    ['401 as text', answerWith(401, 'Unauthorized'), { kind: 'credentials', effect: 'none' }],
    ['403', gatewayError(403, '230'), { kind: 'permission', effect: 'none' }],
    [
      'a refusal',
      answerWith(400, '{"responseError":{"returnCode":"1002904","returnMessage":"in use"}}'),
      { kind: 'refused', layer: 'product', effect: 'none', code: '1002904', apiMessage: 'in use' },
    ],
    [
      'a refusal inside a 200',
      answerWith(200, '{"assignSecondaryIpsResponse":{"returnCode":"1002904","returnMessage":"in use"}}'),
      { kind: 'refused', layer: 'product', effect: 'none', code: '1002904' },
    ],
  ])('is sent once when the answer is %s', async (_what, broken, expected) => {
    const { api, requests } = await startRawApi(answerInTurn(broken, assigned));
    expect(await failure(assign(api))).toMatchObject({ action: 'assignSecondaryIps', ...expected });
    expect(requests).toHaveLength(1);
  });

  it('ends as unreadable, its effect open, when reading its answer goes wrong in a way nobody expected', async () => {
    let asked = 0;
    const now = (): number => {
      // The first two are for the call's id and its signature.
      if (++asked > 2) throw new RangeError('Maximum call stack size exceeded');
      return Date.now();
    };
    const { api, requests } = await startRawApi(assigned, { now });
    expect(await failure(assign(api))).toMatchObject({ kind: 'unreadable', effect: 'unknown' });
    expect(requests).toHaveLength(1);
  });

  it.each([4_470, 900_000, 1_100_000])('ends as unreadable when its answer is nested %i deep', async (depth) => {
    const nested = `{"assignSecondaryIpsResponse":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const { api, requests } = await startRawApi(answerWith(200, nested));
    expect(await failure(assign(api))).toMatchObject({ kind: 'unreadable', effect: 'unknown' });
    expect(requests).toHaveLength(1);
  });

  it('is sent once when there is no answer in time', async () => {
    const { api, requests } = await startRawApi(() => undefined, { timeoutMs: 50 });
    expect(await failure(assign(api))).toMatchObject({ kind: 'timeout', effect: 'unknown' });
    expect(requests).toHaveLength(1);
  });

  it('is sent once after a 429 too: its maker has to look again before it goes out a second time', async () => {
    const { api, requests } = await startRawApi(answerInTurn(gatewayError(429, '410'), assigned));
    const expected = { kind: 'rateLimited', effect: 'none', code: '410', canRepeat: true };
    expect(await failure(assign(api))).toMatchObject(expected);
    expect(requests).toHaveLength(1);
  });

  it('is not worth another try when the service asks for a long wait', async () => {
    const { api, requests } = await startRawApi(gatewayError(429, '420', { 'retry-after': '600' }));
    const details = await failure(assign(api));
    expect(details).toMatchObject({ kind: 'rateLimited', effect: 'none', retryAfterMs: 600_000 });
    expect(details.canRepeat).toBeUndefined();
    expect(requests).toHaveLength(1);
  });

  it('that never left this machine has no effect and may be made again', async () => {
    const { api, server, log } = await startRawApi(assigned);
    await server.close();
    const expected = { kind: 'network', effect: 'none', apiMessage: 'ECONNREFUSED', canRepeat: true };
    expect(await failure(assign(api))).toMatchObject(expected);
    expect(log.lines.filter((line) => line.includes('→'))).toHaveLength(1);
  });

  it('stays here when its maker says so at the last moment', async () => {
    const { api, requests } = await startRawApi(assigned);
    const request = { regionCode: 'KR', networkInterfaceNo: '701236', secondaryIpCount: 1 };
    const call = api.assignSecondaryIps(request, { mayLeave: () => false });
    expect(await failure(call)).toMatchObject({ kind: 'cancelled', effect: 'none' });
    expect(requests).toHaveLength(0);
  });

  it.each([
    ['names none', interfacesBody('assignSecondaryIps')],
    ['has no list', JSON.stringify({ assignSecondaryIpsResponse: { returnCode: '0', returnMessage: 'success' } })],
    ['names another one', interfacesBody('assignSecondaryIps', wireInterface({ networkInterfaceNo: '1' }))],
  ])('is a success without the interface when the answer %s', async (_what, body) => {
    const { api } = await startRawApi(answerWith(200, body));
    expect((await assign(api)).networkInterface).toBeUndefined();
  });

  it('the document rules out is refused here, with the rule named', async () => {
    const { api, requests } = await startRawApi(assigned);
    const call = api.assignSecondaryIps({ regionCode: 'KR', networkInterfaceNo: '701236', secondaryIpCount: 6 });
    const details = await failure(call);
    expect(details).toMatchObject({ kind: 'invalidRequest', layer: 'client', effect: 'none' });
    expect(details.apiMessage).toContain('secondaryIpCount');
    expect(requests).toHaveLength(0);
  });
});

describe('cancelling', () => {
  it('before the call sends nothing', async () => {
    const { api, requests } = await startRawApi(assigned);
    expect(await failure(assign(api, AbortSignal.abort()))).toMatchObject({ kind: 'cancelled', effect: 'none' });
    expect(requests).toHaveLength(0);
  });

  it('does not take the answer of a write away that has left', async () => {
    const controller = new AbortController();
    const { api } = await startRawApi((request, response) => {
      controller.abort();
      assigned(request, response);
    });
    expect((await assign(api, controller.signal)).networkInterface?.networkInterfaceNo).toBe('701236');
  });

  it('a read under way has no effect', async () => {
    const controller = new AbortController();
    const { api } = await startRawApi(() => controller.abort());
    expect(await failure(api.getRegionList({ signal: controller.signal }))).toMatchObject({
      kind: 'cancelled',
      effect: 'none',
    });
  });

  it('a write that waits for its turn sends nothing', async () => {
    const controller = new AbortController();
    const { api, requests } = await startRawApi(
      answerInTurn(gatewayError(429, '420', { 'retry-after': '30' }), assigned),
    );
    await failure(assign(api));
    const second = failure(assign(api, controller.signal));
    controller.abort();
    expect(await second).toMatchObject({ kind: 'cancelled', effect: 'none' });
    expect(requests).toHaveLength(1);
  });

  it('all by dispose, and every call after it', async () => {
    const { api, requests } = await startRawApi(() => api.dispose());
    expect(await failure(assign(api))).toMatchObject({ kind: 'cancelled', effect: 'unknown' });
    expect(await failure(api.getRegionList())).toMatchObject({ kind: 'cancelled', effect: 'none' });
    expect(requests).toHaveLength(1);
  });
});

describe('a key', () => {
  it.each([
    ['is empty', 'malformed', { accessKey: '', secretKey: 'x' }],
    ['has a line break', 'malformed', { accessKey: 'a\nb', secretKey: 'x' }],
    ['has no secret', 'malformed', { accessKey: 'a', secretKey: '' }],
    ['has ended', 'ended', { accessKey: 'a', secretKey: 'x', expiresAt: 1 }],
  ])('that %s is not used', async (_what, keyFlaw, credentials) => {
    const { api, requests } = await startRawApi(regions, { credentials: () => Promise.resolve(credentials) });
    const expected = { kind: 'credentials', layer: 'client', effect: 'none', keyFlaw };
    expect(await failure(api.getRegionList())).toMatchObject(expected);
    expect(requests).toHaveLength(0);
  });

  it('whose store fails is an error of its own, without the words of the store', async () => {
    const { api } = await startRawApi(regions, { credentials: () => Promise.reject(new Error('secret is made-up-1')) });
    const details = await failure(api.getRegionList());
    expect(details).toMatchObject({ kind: 'credentials', keyFlaw: 'unreadable' });
    expect(JSON.stringify(details)).not.toContain('made-up-1');
  });

  it('never goes to an endpoint without TLS that is not loopback', async () => {
    const { api, requests } = await startRawApi(regions, { gatewayUrl: 'http://192.0.2.1' });
    expect(await failure(api.getRegionList())).toMatchObject({ kind: 'invalidRequest', effect: 'none' });
    expect(requests).toHaveLength(0);
  });
});
