import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/api/answers/readBody';
import { readFailure, type AnswerFailure } from '../../../../src/api/answers/readFailure';
import { createRedact } from '../../../../src/api/redact';

const now = Date.parse('2026-01-01T00:00:00Z');
const redact = createRedact(['ncpTestAccessKey0001']);

async function read(status: number, raw: string, headers: Record<string, string> = {}): Promise<AnswerFailure> {
  const body = await readBody(raw);
  return readFailure({ status, body, header: (name) => headers[name] }, now, redact);
}

const asJson = (errorCode: unknown, message: string, details = '') =>
  JSON.stringify({ error: { errorCode, message, details } });
const asXml = (errorCode: unknown, message: string, details = '') =>
  `<?xml version="1.0"?><error><errorCode>${String(errorCode)}</errorCode><message>${message}</message><details>${details}</details></error>`;

/** Every row of the gateway's error table. */
const gateway = [
  [400, '100', 'Bad Request Exception', 'refused', true],
  [401, '200', 'Authentication Failed', 'credentials', true],
  [401, '210', 'Permission Denied', 'permission', true],
  [403, '230', 'Forbidden', 'permission', true],
  [404, '300', 'Not Found Exception', 'notFound', true],
  [429, '400', 'Quota Exceeded', 'quota', true],
  [429, '410', 'Throttle Limited', 'rateLimited', true],
  [429, '420', 'Rate Limited', 'rateLimited', true],
  [413, '430', 'Request Entity Too Large', 'refused', true],
  [503, '500', 'Endpoint Error', 'unavailable', false],
  [504, '510', 'Endpoint Timeout', 'unavailable', false],
  [500, '900', 'Unexpected Error', 'unavailable', false],
] as const;

describe('a gateway error', () => {
  it.each(gateway)('of HTTP %i with code %s (%s) is %s, as JSON or XML, code as text or number', async (...row) => {
    const [http, code, message, kind, isRefusal] = row;
    const expected = { kind, layer: 'gateway', http, code, apiMessage: message, isRefusal };
    expect(await read(http, asJson(code, message))).toEqual(expected);
    expect(await read(http, asJson(Number(code), message))).toEqual(expected);
    expect(await read(http, asXml(code, message))).toEqual(expected);
  });

  it.each([
    ['Authentication information are missing.', 'headersMissing'],
    ['Invalid authentication information.', 'credentials'],
    ['Invalid authentication information. Client ID does not exist.', 'credentials'],
    ['This account is not allowed.', 'permission'],
  ])('401/200 "%s" is %s', async (details, kind) => {
    expect(await read(401, asJson('200', 'Authentication Failed', details))).toMatchObject({
      kind,
      apiMessage: `Authentication Failed: ${details}`,
    });
  });

  it('401/200 with a clock seven minutes behind is clockSkew and says by how much', async () => {
    const date = new Date(now + 420_000).toUTCString();
    const failure = await read(401, asJson('200', 'Authentication Failed'), { date });
    expect(failure).toMatchObject({ kind: 'clockSkew', skewMs: -420_000, code: '200' });
  });

  it('401/200 with a good clock stays credentials', async () => {
    const failure = await read(401, asJson('200', 'Authentication Failed'), {
      date: new Date(now + 60_000).toUTCString(),
    });
    expect(failure.kind).toBe('credentials');
    expect(failure).not.toHaveProperty('skewMs');
  });

  it('403/230 with a bad clock is about permission, not about the clock', async () => {
    const failure = await read(403, asJson('230', 'Forbidden'), { date: new Date(now + 420_000).toUTCString() });
    expect(failure.kind).toBe('permission');
  });

  it.each([
    ['420', 200],
    ['410', 503],
    ['400', 400],
  ])('%s under HTTP %i leaves open whether the call was carried out', async (code, http) => {
    expect(await read(http, asJson(code, 'too fast'))).toMatchObject({ isRefusal: false });
  });

  it('carries the ids support asks for and the wait of a 429', async () => {
    const headers = { 'x-ncp-apigw-request-id': 'r-1', 'x-ncp-trace-id': 't-1', 'retry-after': '3' };
    expect(await read(429, asJson('420', 'Rate Limited'), headers)).toMatchObject({
      requestId: 'r-1',
      traceId: 't-1',
      retryAfterMs: 3_000,
    });
  });
});

describe('a product error', () => {
  const expected = {
    layer: 'product',
    kind: 'refused',
    code: '1002035',
    apiMessage: 'At least one Acg must remain.',
    isRefusal: true,
  };

  it.each([
    ['JSON', '{"responseError":{"returnCode":"1002035","returnMessage":"At least one Acg must remain."}}'],
    ['JSON with a number', '{"responseError":{"returnCode":1002035,"returnMessage":"At least one Acg must remain."}}'],
    [
      'XML',
      '<responseError><returnCode>1002035</returnCode><returnMessage>At least one Acg must remain.</returnMessage></responseError>',
    ],
    [
      'Neurocloud names',
      '{"responseError":{"responseCode":"1002035","responseMessage":"At least one Acg must remain."}}',
    ],
    ['Neurocloud names without a root', '{"responseCode":"1002035","responseMessage":"At least one Acg must remain."}'],
  ])('as %s is read', async (_form, raw) => {
    expect(await read(400, raw)).toMatchObject(expected);
  });

  it('inside HTTP 200 is a refusal', async () => {
    const raw =
      '{"assignSecondaryIpsResponse":{"returnCode":"1002035","returnMessage":"At least one Acg must remain."}}';
    expect(await read(200, raw)).toMatchObject({ ...expected, http: 200 });
  });

  it.each([
    ['unknown error', 200, '1300'],
    ['unknown error', 400, '1300'],
    ['try again later', 400, '1000'],
    ['a time-out (408)', 408, '1002904'],
    ['no code at all', 400, ''],
    ['a failed call between systems', 400, '3000'],
    ['another one', 400, '3000100'],
    ['wait a few minutes', 400, '80031'],
  ])('that says %s with HTTP %i (code %s) leaves open whether the call was carried out', async (_what, http, code) => {
    const raw = JSON.stringify({ responseError: { returnCode: code, returnMessage: 'made up' } });
    expect(await read(http, raw)).toMatchObject({ isRefusal: false });
  });

  it('of HTTP 500 leaves open whether the call was carried out', async () => {
    const raw = '{"responseError":{"returnCode":"1000","returnMessage":"Please try your call again later.\\n"}}';
    expect(await read(500, raw)).toMatchObject({ kind: 'unavailable', layer: 'product', isRefusal: false });
  });

  it('is shown without HTML and without secrets', async () => {
    const returnMessage = '<strong>Please wait.</strong><br><br>Key ncpTestAccessKey0001 &amp; more';
    const failure = await read(400, JSON.stringify({ responseError: { returnCode: '80031', returnMessage } }));
    expect(failure.apiMessage).toBe('Please wait.\n\nKey ••• & more');
  });
});

describe('the form of another service', () => {
  it('Spring, where `error` is text, is read', async () => {
    const raw = '{"timestamp":"2026-01-01","status":404,"error":"Not Found","message":"No handler","path":"/x"}';
    expect(await read(404, raw)).toMatchObject({ kind: 'notFound', code: '404', apiMessage: 'Not Found: No handler' });
  });

  it('{code, message} is read', async () => {
    const failure = await read(400, '{"code":"E12","message":"No such thing","result":null}');
    expect(failure).toMatchObject({ kind: 'refused', code: 'E12', apiMessage: 'No such thing' });
  });

  it('{errorCode, message} is read', async () => {
    const failure = await read(401, '{"errorCode":210,"message":"Permission Denied"}');
    expect(failure).toMatchObject({ kind: 'permission', code: '210' });
  });
});

describe('an answer without an envelope', () => {
  it.each([
    [401, 'Unauthorized', 'credentials', true],
    [407, '<html><body>Proxy</body></html>', 'network', true],
    [429, '', 'rateLimited', true],
    [403, '<html><body>Blocked</body></html>', 'permission', false],
    [404, '', 'notFound', false],
    [400, '', 'unreadable', false],
    [302, '', 'unreadable', false],
    [200, '', 'unreadable', false],
    [200, '<html><body>Sign in</body></html>', 'unreadable', false],
    [200, '{"assignSecondaryIpsResponse":{"returnCode":"0"', 'unreadable', false],
    [200, '{"other":{}}', 'unreadable', false],
    [502, 'Bad Gateway', 'unavailable', false],
    [503, '', 'unavailable', false],
  ])('HTTP %i with %j is %s', async (status, raw, kind, isRefusal) => {
    expect(await read(status, raw)).toMatchObject({ kind, http: status, isRefusal });
  });

  it('shows how the body starts: one line, no HTML, no secrets, even where the cut falls', async () => {
    const raw = `<!doctype html><html><head><style>x</style></head><body>${'y'.repeat(290)}\n ncpTestAccessKey0001</body></html>`;
    const { snippet } = await read(502, raw);
    expect(snippet).toBe(`${'y'.repeat(290)} •••`);
  });
});

describe('what the service says', () => {
  const secret = 'ncpTestAccessKey0001';

  it('is cut where it is read: a message to 2 kB, codes and ids to 100 characters', async () => {
    const long = 'x'.repeat(1_000_000);
    const raw = JSON.stringify({ error: { errorCode: long, message: long, details: long } });
    const failure = await read(400, raw, { 'x-ncp-apigw-request-id': long, 'x-ncp-trace-id': long });
    const { apiMessage, code, requestId, traceId } = failure;
    expect(apiMessage).toHaveLength(2_000);
    for (const text of [code, requestId, traceId]) expect(text).toHaveLength(100);
  });

  it.each([1_970, 1_990, 2_000, 2_495, 2_505])('holds no half of a secret that lies at %i', async (at) => {
    const returnMessage = `${'x'.repeat(at)}${secret}${'y'.repeat(5_000)}`;
    const { apiMessage } = await read(400, JSON.stringify({ responseError: { returnCode: '1', returnMessage } }));
    expect(apiMessage).not.toContain(secret.slice(0, 5));
  });

  it('is no kind for being a name that every object has', async () => {
    expect((await read(400, asJson('constructor', 'made up'))).kind).toBe('refused');
  });
});
