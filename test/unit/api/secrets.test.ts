import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/api/limits';
import { interfacesBody, wireInterface } from '../../support/answers';
import { startRawApi } from '../../support/rawApi';
import type { RawHandler, RawRequest } from '../../support/rawServer';

/** Characters that every escaping rewrites. */
const keys = { accessKey: 'GOVACCESSKEY00000002', secretKey: 'S3cr3t+With/Slash=And+Plus00000000000001' };
const signatureOf = ({ headers }: RawRequest): string => String(headers['x-ncp-apigw-signature-v2']);

const actionOf = ({ target }: RawRequest): string => /\w+$/.exec(target.split('?')[0] ?? '')?.[0] ?? '';

/** All a server could say back: what it was sent, and what nobody should have told it. */
const echo = (request: RawRequest): string =>
  `key ${keys.accessKey} secret ${keys.secretKey} signature ${signatureOf(request)} ${encodeURIComponent(signatureOf(request))}`;

const answers: Readonly<Record<string, RawHandler>> = {
  'a gateway error': (request, response) =>
    response
      .writeHead(401)
      .end(JSON.stringify({ error: { errorCode: '200', message: echo(request), details: echo(request) } })),
  'a product error': (request, response) =>
    response.writeHead(400).end(JSON.stringify({ responseError: { returnCode: '900', returnMessage: echo(request) } })),
  'an XML error': (request, response) =>
    response
      .writeHead(400)
      .end(
        `<responseError><returnCode>900</returnCode><returnMessage>${echo(request)}</returnMessage></responseError>`,
      ),
  'an error code': (request, response) =>
    response.writeHead(400).end(JSON.stringify({ error: { errorCode: echo(request), message: '', details: '' } })),
  'a field path': (request, response) =>
    response
      .writeHead(200)
      .end(interfacesBody(actionOf(request), wireInterface({ ip: '', networkInterfaceName: echo(request) }))),
  HTML: (request, response) => response.writeHead(502).end(`<html><body><h1>${echo(request)}</h1></body></html>`),
  text: (request, response) => response.writeHead(500).end(echo(request)),
  'text where a secret lies on the cut': (request, response) =>
    response.writeHead(500).end(`${'x'.repeat(280)}${echo(request)}`),
  'broken JSON with escaped slashes': (request, response) =>
    response.writeHead(200).end(`{"echo":"${echo(request).replaceAll('/', '\\/')}"`),
  'an unknown document': (request, response) => response.writeHead(200).end(JSON.stringify({ [echo(request)]: 1 })),
  'support headers': (request, response) =>
    response.writeHead(503, { 'x-ncp-apigw-request-id': signatureOf(request), 'x-ncp-trace-id': keys.secretKey }).end(),
  'a redirect': (request, response) =>
    response.writeHead(302, { location: `http://127.0.0.1:9/?${encodeURIComponent(echo(request))}` }).end(),
  'a reset': (request) => request.socket.resetAndDestroy(),
  'an answer that is cut off': (request, response) => {
    response.writeHead(200, { 'content-length': '5000' });
    response.write(echo(request), () => request.socket.destroy());
  },
  'an answer that is no HTTP': (request) => request.socket.end(`${echo(request)}\r\n\r\n`),
  'no answer': () => undefined,
  'an answer that is too large': (_request, response) => {
    const chunk = Buffer.alloc(4 * 1024 * 1024, 'x');
    response.writeHead(200);
    for (let sent = 0; sent <= limits.responseBytes; sent += chunk.length) response.write(chunk);
    response.end();
  },
};

describe('nothing that is printed holds a key, a secret or a signature', () => {
  it.each(Object.entries(answers))('after %s', async (_what, handle) => {
    const { api, requests, log } = await startRawApi(handle, {
      credentials: () => Promise.resolve(keys),
      timeoutMs: 400,
    });
    const error: unknown = await api
      .assignSecondaryIps({ regionCode: 'KR', networkInterfaceNo: '701236', secondaryIpCount: 1 })
      // A write with a success that shows no readable interface is a success: then the read fails.
      .then(() => api.getNetworkInterfaceList({ regionCode: 'KR' }))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    const printed = [...print(error as Error), ...log.lines].join('\n');
    expect(requests.length).toBeGreaterThan(0);
    expect(printed).toContain('assignSecondaryIps');
    const secrets = [keys.accessKey, keys.secretKey, ...requests.map(signatureOf)];
    for (const secret of secrets.flatMap((text) => [text, encodeURIComponent(text), text.slice(0, 20)])) {
      expect(printed).not.toContain(secret);
    }
  });

  it('when everything works', async () => {
    const { api, requests, log } = await startRawApi((_request, response) =>
      response.end(interfacesBody('getNetworkInterfaceList', wireInterface())),
    );
    await api.getNetworkInterfaceList({ regionCode: 'KR' });
    const printed = log.lines.join('\n');
    expect(printed).toContain('trace');
    expect(printed).not.toContain('ncpTest');
    expect(printed).not.toContain(signatureOf(requests[0]!));
  });
});

/** An error by every way it could get printed, its causes too. */
function print(error: Error): string[] {
  const causes = error.cause instanceof Error ? print(error.cause) : [];
  const inspected = inspect(error, { depth: 20, showHidden: true, getters: true });
  return [String(error), error.message, error.stack ?? '', JSON.stringify(error), inspected, ...causes];
}
