import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../src/doctor/codeOf';
import { createNodeWire } from '../../../src/doctor/nodeWire';
import { tlsSymptom } from '../../../src/doctor/tlsSymptom';
import { makeCertificates, trust, type Certified } from '../../support/certificates';
import { closedPort, serveHttp, serveProxy, serveSilence, serveTls } from './loopback';

const wire = createNodeWire(() => Date.now());
const host = '127.0.0.1';
const patience = () => AbortSignal.timeout(5_000);
const certificates = makeCertificates();

const codeFrom = (work: Promise<unknown>) => work.then(() => 'no error', codeOf);

async function look(certified: Certified, servername = 'gateway.test') {
  const port = await serveTls(certified);
  return wire.secure(await wire.connect({ host, port }, patience()), servername, patience());
}

describe('a plain connection', () => {
  it('knows the addresses of a name', async () => {
    const addresses = await wire.lookup('localhost', patience());
    expect(addresses.some((address) => ['127.0.0.1', '::1'].includes(address))).toBe(true);
  });

  it('says that nobody listens', async () => {
    const port = await closedPort();
    expect(await codeFrom(wire.connect({ host, port }, patience()))).toBe('ECONNREFUSED');
  });

  it('gives up on a handshake that never comes', async () => {
    const port = await serveSilence();
    const socket = await wire.connect({ host, port }, patience());
    expect(await codeFrom(wire.secure(socket, 'gateway.test', AbortSignal.timeout(50)))).toBe('ETIMEDOUT');
    expect(socket.destroyed).toBe(true);
  });

  it('does not begin when cancelled', async () => {
    expect(await codeFrom(wire.lookup('localhost', AbortSignal.abort()))).toBe('ABORT_ERR');
    expect(await codeFrom(wire.connect({ host, port: 1 }, AbortSignal.abort()))).toBe('ABORT_ERR');
  });
});

describe('a look at a certificate', () => {
  it('finds one that is trusted, with its chain', async () => {
    trust(certificates.root);
    const view = await look(certificates.issued);
    expect(view.code).toBeUndefined();
    expect(view.chain.map(({ subject, issuer }) => [subject, issuer])).toEqual([
      ['gateway.test, Made Up', 'Made Up Root'],
      ['Made Up Root', 'Made Up Root'],
    ]);
    expect(view.protocol).toBe('TLSv1.3');
  });

  it('names the issuer that nobody trusts', async () => {
    const view = await look(certificates.issued);
    expect(view.code).toBe('SELF_SIGNED_CERT_IN_CHAIN');
    expect(view.chain[0]?.issuer).toBe('Made Up Root');
  });

  it('knows one that signed itself', async () => {
    const view = await look(certificates.selfSigned);
    expect(view.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(view.chain).toHaveLength(1);
  });

  it('knows one that has expired, and since when', async () => {
    trust(certificates.root);
    const view = await look(certificates.expired);
    expect(view.code).toBe('CERT_HAS_EXPIRED');
    expect(Date.parse(view.chain[0]?.validTo ?? '')).toBeLessThan(Date.now());
  });

  it('knows one for another name', async () => {
    trust(certificates.root);
    const view = await look(certificates.issued, 'elsewhere.test');
    expect(view.code).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('compares an address with the certificate', async () => {
    trust(certificates.root);
    expect((await look(certificates.issued, host)).code).toBeUndefined();
    expect((await look(certificates.issued, '127.0.0.2')).code).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('tells a server that does not speak TLS', async () => {
    const port = await serveHttp();
    const code = await codeFrom(wire.secure(await wire.connect({ host, port }, patience()), host, patience()));
    expect(tlsSymptom(code)).toBe('notTls');
  });
});

describe('a tunnel', () => {
  const target = { host: 'gateway.test', port: 443 };

  it('leads through the proxy to the target', async () => {
    trust(certificates.root);
    const proxy = await serveProxy({ port: await serveTls(certificates.issued) });
    const tunnel = await wire.tunnel({ protocol: 'http', host, port: proxy.port }, target, patience());
    if (!('socket' in tunnel)) throw new Error('refused');
    expect((await wire.secure(tunnel.socket, target.host, patience())).code).toBeUndefined();
    expect(proxy.asked).toEqual([{ target: 'gateway.test:443', authorization: undefined }]);
  });

  it('brings the name and the password', async () => {
    const proxy = await serveProxy({ status: 407 });
    const address = { protocol: 'http', host, port: proxy.port, authorization: 'Basic bWU6c2VjcmV0' } as const;
    expect(await wire.tunnel(address, target, patience())).toEqual({ refused: 407 });
    expect(proxy.asked[0]?.authorization).toBe('Basic bWU6c2VjcmV0');
  });

  it('writes an IPv6 target in brackets', async () => {
    const proxy = await serveProxy({ status: 403 });
    await wire.tunnel({ protocol: 'http', host, port: proxy.port }, { host: '2001:db8::1', port: 443 }, patience());
    expect(proxy.asked[0]?.target).toBe('[2001:db8::1]:443');
  });

  it('says that the proxy is away', async () => {
    const address = { protocol: 'http', host, port: await closedPort() } as const;
    expect(await codeFrom(wire.tunnel(address, target, patience()))).toBe('ECONNREFUSED');
  });

  it('gives up on a proxy that never answers', async () => {
    const address = { protocol: 'http', host, port: await serveSilence() } as const;
    expect(await codeFrom(wire.tunnel(address, target, AbortSignal.timeout(50)))).toBe('ETIMEDOUT');
  });

  it('sends no password to an https proxy it does not trust', async () => {
    const port = await serveTls(certificates.selfSigned);
    const address = { protocol: 'https', host, port, authorization: 'Basic bWU6c2VjcmV0' } as const;
    expect(await codeFrom(wire.tunnel(address, target, patience()))).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });
});

describe('an ordinary request', () => {
  it('brings the status, the date and the chain', async () => {
    trust(certificates.root);
    const reach = await wire.reach(`https://${host}:${await serveTls(certificates.issued)}`, patience());
    expect(reach).toMatchObject({ ok: true, http: 401, chain: [{ issuer: 'Made Up Root' }, {}] });
    expect(reach.ok && Date.parse(reach.date ?? '')).not.toBeNaN();
  });

  it('has no chain without TLS', async () => {
    const reach = await wire.reach(`http://${host}:${await serveHttp()}`, patience());
    expect(reach.ok && reach.chain).toBeUndefined();
  });

  it('does not accept what is not trusted', async () => {
    const url = `https://${host}:${await serveTls(certificates.selfSigned)}`;
    expect(await wire.reach(url, patience())).toEqual({ ok: false, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  it('gives up on silence', async () => {
    const url = `http://${host}:${await serveSilence()}`;
    expect(await wire.reach(url, AbortSignal.timeout(50))).toEqual({ ok: false, code: 'ETIMEDOUT' });
  });
});
