import { describe, expect, it } from 'vitest';
import { chooseProxy, type ProxySettings } from '../../../src/doctor/chooseProxy';

const target = { host: 'ncloud.apigw.ntruss.com', port: 443 };
const choose = (settings: Partial<ProxySettings>, of = target) =>
  chooseProxy({ proxy: '', isStrict: true, support: 'override', noProxy: [], env: {}, ...settings }, of);

describe('chooseProxy', () => {
  it('takes http.proxy before the environment', () => {
    const env = { HTTPS_PROXY: 'http://env.test:1' };
    expect(choose({ proxy: 'http://set.test:3128', env })).toEqual({
      kind: 'proxy',
      source: 'http.proxy',
      proxy: { protocol: 'http', host: 'set.test', port: 3128 },
    });
    expect(choose({ env })).toMatchObject({ source: 'HTTPS_PROXY', proxy: { host: 'env.test' } });
  });

  it.each([
    ['http://p.test', { protocol: 'http', host: 'p.test', port: 80 }],
    ['https://p.test', { protocol: 'https', host: 'p.test', port: 443 }],
    ['socks5://p.test', { protocol: 'socks', host: 'p.test', port: 1080 }],
    ['http://[::1]:8080/', { protocol: 'http', host: '::1', port: 8080 }],
  ])('reads %s', (proxy, expected) => {
    expect(choose({ proxy })).toMatchObject({ proxy: expected });
  });

  it('makes a login of the name and password in the address', () => {
    const proxy = 'http://me:p%40ss@p.test:3128';
    const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(choose({ proxy })).toMatchObject({ proxy: { host: 'p.test', authorization: basic } });
  });

  it.each(['ntruss.com', '.apigw.ntruss.com', 'NCLOUD.apigw.ntruss.com', 'a.test, ntruss.com:443', '*'])(
    'leaves the proxy out for NO_PROXY=%s',
    (value) => {
      const env = { HTTPS_PROXY: 'http://env.test:1', NO_PROXY: value };
      expect(choose({ env })).toEqual({ kind: 'direct', why: 'bypassed', source: 'NO_PROXY' });
    },
  );

  it.each(['truss.com', 'ntruss.com:80', 'apigw', ''])('keeps the proxy for NO_PROXY=%s', (value) => {
    expect(choose({ env: { HTTPS_PROXY: 'http://env.test:1', NO_PROXY: value } })).toMatchObject({ kind: 'proxy' });
  });

  it('looks at http.noProxy instead of NO_PROXY when it has entries', () => {
    const settings = { proxy: 'http://p.test:1', env: { NO_PROXY: '*' } };
    expect(choose({ ...settings, noProxy: ['else.test'] })).toMatchObject({ kind: 'proxy' });
    expect(choose({ ...settings, noProxy: ['ntruss.com'] })).toMatchObject({ source: 'http.noProxy' });
  });

  it.each(['p.test:3128', 'ftp://p.test', 'http://'])('says that %s is no proxy without quoting it', (proxy) => {
    expect(choose({ proxy })).toEqual({ kind: 'direct', why: 'malformed', source: 'http.proxy' });
  });

  it('never uses a proxy for this machine', () => {
    for (const host of ['127.0.0.1', 'localhost', '::1']) {
      const choice = choose({ proxy: 'http://p.test:1' }, { host, port: 8080 });
      expect(choice).toEqual({ kind: 'direct', why: 'loopback' });
    }
  });

  it('uses none when http.proxySupport is off, and only then', () => {
    const choice = (support: string) => choose({ proxy: 'http://p.test:1', support });
    expect(choice('off')).toEqual({ kind: 'direct', why: 'off', source: 'http.proxySupport: off' });
    for (const support of ['on', 'fallback', 'override']) expect(choice(support)).toMatchObject({ kind: 'proxy' });
  });

  it('is direct when nothing names one', () => {
    expect(choose({})).toEqual({ kind: 'direct', why: 'none' });
  });
});
