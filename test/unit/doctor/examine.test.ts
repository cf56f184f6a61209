import { describe, expect, it } from 'vitest';
import { examine } from '../../../src/doctor/examine';
import type { Reach } from '../../../src/doctor/wire';
import { apiFailure } from '../../support/apiFailure';
import { makeCertificates, trust } from '../../support/certificates';
import { accessKey, buildDeps, checkOf, diagnose, healthyApi, korea, networkError, summary } from './doctorBench';
import { closedPort, serveHttp, serveProxy, serveTls } from './loopback';

const certificates = makeCertificates();
const http = async () => `http://127.0.0.1:${await serveHttp()}`;
const https = async (certified = certificates.issued) => `https://127.0.0.1:${await serveTls(certified)}`;

/** What only VS Code's own network stack gives: an answer where plain sockets find no way. */
const editorReaches = (more: Partial<Extract<Reach, { ok: true }>> = {}) => ({
  reach: () =>
    Promise.resolve({ ok: true, http: 401, at: Date.now(), date: new Date().toUTCString(), ...more } as const),
});
/** A resolver that knows no name: cannot be had for real without a network. */
const noNames = { lookup: () => Promise.reject(networkError('ENOTFOUND')) };

describe('a connection in order', () => {
  it('is looked at from the name of the host to every region', async () => {
    trust(certificates.root);
    const diagnosis = await diagnose(await https());
    expect(summary(diagnosis)).toEqual([
      'dns:127.0.0.1 skipped isAddress',
      'tcp:127.0.0.1 ok connected',
      'proxy:127.0.0.1 skipped loopbackIsDirect',
      'tls:127.0.0.1 ok trusted',
      'clock ok clockRight',
      'signature ok signatureAccepted',
      'key ok keyValid',
      'permission:getRegionList ok allowed',
      'permission:getZoneList ok allowed',
      'permission:getVpcList ok allowed',
      'permission:getSubnetList ok allowed',
      'permission:getServerInstanceList ok allowed',
      'permission:getNetworkInterfaceList ok allowed',
      'permission:getAccessControlGroupList ok allowed',
      'permission:write skipped writeNotProbed',
      'region:KR ok regionAnswers',
    ]);
    expect(diagnosis.failing).toBeUndefined();
    expect(diagnosis.isCancelled).toBe(false);
  });

  it('tells every check as it is made', async () => {
    const told: string[] = [];
    const deps = buildDeps(await http());
    const { checks } = await examine(deps, new AbortController().signal, ({ id }) => told.push(id));
    expect(told).toEqual(checks.map(({ id }) => id));
  });

  it('calls nothing that changes anything', async () => {
    const refused = () => Promise.reject(new Error('a write'));
    const api = healthyApi({ assignSecondaryIps: refused, unassignSecondaryIps: refused });
    const calls = new Set<string>();
    const watched = new Proxy(api, {
      get: (all, name) => (calls.add(String(name)), Reflect.get(all, name) as unknown),
    });
    await diagnose(await http(), { client: { api: watched, accessKey } });
    expect([...calls].every((name) => name.startsWith('get'))).toBe(true);
  });
});

describe('the failing layer', () => {
  it('is the name, when nothing knows it', async () => {
    const diagnosis = await diagnose('https://gateway.test', {
      wire: { ...noNames, reach: () => Promise.resolve({ ok: false, code: 'ENOTFOUND' }) },
    });
    expect(diagnosis.failing).toMatchObject({
      id: 'dns:gateway.test',
      symptom: 'notResolved',
      facts: { code: 'ENOTFOUND' },
    });
    const later = diagnosis.checks.slice(1).filter(({ layer }) => layer !== 'proxy');
    expect(later.every(({ symptom, facts }) => symptom === 'blocked' && facts.blockedBy === 'dns:gateway.test')).toBe(
      true,
    );
  });

  it('is the connection, when nobody listens', async () => {
    const { failing } = await diagnose(`https://127.0.0.1:${await closedPort()}`);
    expect(failing).toMatchObject({ layer: 'tcp', symptom: 'notConnected', facts: { code: 'ECONNREFUSED' } });
  });

  it('is the connection, when a firewall swallows everything', async () => {
    // A dropped packet cannot be had on loopback: the wait for it is made up.
    const { failing } = await diagnose('https://10.255.255.1', {
      wire: {
        connect: () => Promise.reject(networkError('ETIMEDOUT')),
        reach: () => Promise.resolve({ ok: false, code: 'ETIMEDOUT' }),
      },
    });
    expect(failing).toMatchObject({ layer: 'tcp', facts: { code: 'ETIMEDOUT' } });
  });

  it.each([
    ['issuerUnknown', certificates.issued],
    ['selfSigned', certificates.selfSigned],
  ] as const)('is the certificate: %s', async (symptom, certified) => {
    const diagnosis = await diagnose(await https(certified));
    expect(diagnosis.failing).toMatchObject({ layer: 'tls', symptom });
    expect(diagnosis.failing?.facts.chain?.[0]?.subject).toBe('gateway.test, Made Up');
    expect(checkOf(diagnosis, 'clock').facts.blockedBy).toBe('tls:127.0.0.1');
  });

  it('is the certificate: certificateExpired', async () => {
    trust(certificates.root);
    const { failing } = await diagnose(await https(certificates.expired));
    expect(failing).toMatchObject({ symptom: 'certificateExpired', facts: { code: 'CERT_HAS_EXPIRED' } });
  });

  it('is the certificate, when plain HTTP answers', async () => {
    const { failing } = await diagnose((await http()).replace('http:', 'https:'));
    expect(failing).toMatchObject({ layer: 'tls', symptom: 'notTls' });
  });

  it('is the clock, in either direction', async () => {
    for (const off of [-7, 7]) {
      const date = new Date(Date.now() - off * 60_000).toUTCString();
      const diagnosis = await diagnose(await http(), { wire: editorReaches({ date }) });
      expect(diagnosis.failing).toMatchObject({ id: 'clock', symptom: 'clockRefused' });
      expect(Math.sign(diagnosis.failing?.facts.skewMs ?? 0)).toBe(Math.sign(off));
      expect(checkOf(diagnosis, 'signature').symptom).toBe('blocked');
    }
  });

  it('is not the clock while the service still takes it', async () => {
    const date = new Date(Date.now() - 3 * 60_000).toUTCString();
    const diagnosis = await diagnose(await http(), { wire: editorReaches({ date }) });
    expect(checkOf(diagnosis, 'clock')).toMatchObject({ status: 'warning', symptom: 'clockOff' });
    expect(checkOf(diagnosis, 'key').status).toBe('ok');
  });
});

describe('behind a proxy', () => {
  const gateway = 'https://gateway.test';
  const behind = async (certified = certificates.issued) => serveProxy({ port: await serveTls(certified) });

  it('neither the name nor a direct connection is needed, and the certificate is seen through it', async () => {
    trust(certificates.root);
    const proxy = await behind();
    const proxies = { proxy: `http://127.0.0.1:${proxy.port}` };
    const diagnosis = await diagnose(gateway, { proxies, wire: { ...noNames, ...editorReaches() } });
    expect(diagnosis.failing).toBeUndefined();
    expect(summary(diagnosis).slice(0, 4)).toEqual([
      'dns:gateway.test skipped leftToProxy',
      'tcp:gateway.test skipped leftToProxy',
      'proxy:gateway.test ok tunnelled',
      'tls:gateway.test ok trusted',
    ]);
    expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set(['gateway.test:443']));
  });

  it('a certificate that the proxy puts in place is named with its issuer', async () => {
    const proxy = await behind();
    const { failing } = await diagnose(gateway, {
      proxies: { env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } },
      wire: { ...noNames, reach: () => Promise.resolve({ ok: false, code: 'SELF_SIGNED_CERT_IN_CHAIN' }) },
    });
    expect(failing).toMatchObject({ layer: 'tls', symptom: 'issuerUnknown' });
    expect(failing?.facts.chain?.[0]?.issuer).toBe('Made Up Root');
  });

  it.each([
    [407, 'proxyNeedsLogin'],
    [403, 'proxyRefuses'],
  ])('a refusal with %d is the failing layer', async (status, symptom) => {
    const proxy = await serveProxy({ status });
    const { failing } = await diagnose(gateway, {
      proxies: { proxy: `http://127.0.0.1:${proxy.port}` },
      wire: { ...noNames, reach: () => Promise.resolve({ ok: false, code: 'ECONNRESET' }) },
    });
    expect(failing).toMatchObject({ layer: 'proxy', symptom, facts: { http: status, source: 'http.proxy' } });
  });

  it('one that is away is the failing layer', async () => {
    const port = await closedPort();
    const { failing } = await diagnose(gateway, {
      proxies: { proxy: `http://127.0.0.1:${port}` },
      wire: { ...noNames, reach: () => Promise.resolve({ ok: false, code: 'ECONNREFUSED' }) },
    });
    expect(failing).toMatchObject({ layer: 'proxy', symptom: 'proxyUnreachable', facts: { code: 'ECONNREFUSED' } });
  });
});

describe('what only VS Code knows', () => {
  it('a proxy of the operating system makes failing sockets harmless', async () => {
    const diagnosis = await diagnose('https://gateway.test', { wire: { ...noNames, ...editorReaches() } });
    expect(diagnosis.failing).toBeUndefined();
    expect(checkOf(diagnosis, 'dns:gateway.test').symptom).toBe('reachedOtherwise');
    expect(checkOf(diagnosis, 'tls:gateway.test').symptom).toBe('trustedByEditor');
  });

  it('a certificate of the operating system makes an unknown issuer harmless', async () => {
    const diagnosis = await diagnose(await https(), { wire: editorReaches() });
    const check = checkOf(diagnosis, 'tls:127.0.0.1');
    expect(check).toMatchObject({ status: 'ok', symptom: 'trustedByEditor' });
    expect(check.facts.chain?.[0]?.issuer).toBe('Made Up Root');
  });

  it('a login it makes itself makes a proxy that asks for one harmless', async () => {
    const proxy = await serveProxy({ status: 407 });
    const diagnosis = await diagnose('https://gateway.test', {
      proxies: { proxy: `http://127.0.0.1:${proxy.port}` },
      wire: { ...noNames, ...editorReaches() },
    });
    expect(diagnosis.failing).toBeUndefined();
    expect(checkOf(diagnosis, 'proxy:gateway.test')).toMatchObject({ status: 'warning', symptom: 'reachedOtherwise' });
  });
});

describe('the host of identities', () => {
  it('stops nothing when it cannot be reached, and is not asked', async () => {
    const gatewayUrl = await http();
    const stsUrl = `http://localhost:${await closedPort()}`;
    const getCallerIdentity = () => Promise.reject(new Error('asked'));
    const client = { api: healthyApi({ getCallerIdentity }), accessKey };
    const diagnosis = await diagnose(gatewayUrl, { endpoint: { gatewayUrl, stsUrl }, client });
    expect(diagnosis.failing).toBeUndefined();
    expect(checkOf(diagnosis, 'tcp:localhost')).toMatchObject({ status: 'warning', symptom: 'notConnected' });
    expect(checkOf(diagnosis, 'key')).toMatchObject({ status: 'warning', symptom: 'keyValidIdentityUnknown' });
  });
});

describe('keys', () => {
  it('that are not on this machine are the failing layer, and the wire is checked all the same', async () => {
    const diagnosis = await diagnose(await http(), { client: undefined });
    expect(diagnosis.failing).toMatchObject({ id: 'key', symptom: 'keyMissing' });
    expect(checkOf(diagnosis, 'clock').status).toBe('ok');
    expect(diagnosis.keyHint).toBeUndefined();
  });

  it('that have expired are not tried', async () => {
    const expiresAt = Date.now() - 1;
    const getRegionList = () => Promise.reject(new Error('asked'));
    const client = { api: healthyApi({ getRegionList }), accessKey, expiresAt };
    const { failing } = await diagnose(await http(), { client });
    expect(failing).toMatchObject({ symptom: 'keyExpired', facts: { expiresAt } });
  });

  it('are shown by four characters at most', async () => {
    const url = await http();
    const hint = async (key: string) =>
      (await diagnose(url, { client: { api: healthyApi(), accessKey: key } })).keyHint;
    expect(await hint(accessKey)).toBe('ncpT…');
    expect(await hint('abcd')).toBe('a…');
    expect(await hint('')).toBe('…');
  });
});

describe('regions', () => {
  it('are asked one by one, and the one that fails is named', async () => {
    const regions = [korea, { regionCode: 'JPN', regionName: 'Japan' }];
    const api = healthyApi({
      getRegionList: () => Promise.resolve(regions),
      getNetworkInterfaceList: ({ regionCode }) =>
        regionCode === 'JPN' ? Promise.reject(apiFailure('unavailable', { http: 503 })) : Promise.resolve([]),
    });
    const { failing } = await diagnose(await http(), { client: { api, accessKey } });
    expect(failing).toMatchObject({ id: 'region:JPN', symptom: 'regionRefuses', facts: { http: 503 } });
  });

  it('must have the one of the profile', async () => {
    const { failing } = await diagnose(await http(), { regionCode: 'FKR' });
    expect(failing).toMatchObject({ id: 'region:FKR', symptom: 'regionUnknown', facts: { regionCodes: ['KR'] } });
  });
});

describe('cancelling', () => {
  it('ends the examination with what was found until then', async () => {
    const stop = new AbortController();
    const deps = buildDeps(await http());
    const diagnosis = await examine(deps, stop.signal, ({ layer }) => layer === 'clock' && stop.abort());
    expect(diagnosis.isCancelled).toBe(true);
    expect(diagnosis.checks.at(-1)?.layer).toBe('clock');
    expect(diagnosis.failing).toBeUndefined();
  });

  it('does not make a failure of the check it cut short', async () => {
    const stop = new AbortController();
    const getVpcList = () => {
      stop.abort();
      return Promise.reject(apiFailure('cancelled'));
    };
    const deps = buildDeps(await http(), { client: { api: healthyApi({ getVpcList }), accessKey } });
    const { isCancelled, failing } = await examine(deps, stop.signal, () => undefined);
    expect({ isCancelled, failing }).toEqual({ isCancelled: true, failing: undefined });
  });

  it('is not what a mistake in the house looks like', async () => {
    const getVpcList = () => Promise.reject(new TypeError('a mistake'));
    const client = { api: healthyApi({ getVpcList }), accessKey };
    await expect(diagnose(await http(), { client })).rejects.toThrow('a mistake');
  });
});
