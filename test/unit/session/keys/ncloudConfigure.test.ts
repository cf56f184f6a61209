import { describe, expect, it } from 'vitest';
import { parseConfigure, parseEnvironment } from '../../../../src/session/keys/ncloudConfigure';

const accessKey = 'ncpTestAccessKey0001';
const secretKey = 'ncpTestSecretKey00000000000000000000ABCD';
const key = `ncloud_access_key_id = ${accessKey}`;
const secret = `ncloud_secret_access_key = ${secretKey}`;
const lines = (...text: string[]): string => text.join('\n');

describe('parseConfigure', () => {
  it('reads the documented file: one profile for each section', () => {
    const text = lines(
      '[DEFAULT]',
      key,
      secret,
      'ncloud_api_url = https://ncloud.apigw.ntruss.com',
      '',
      '[gov]',
      'ncloud_access_key_id = GOVACCESSKEY00000002',
      'ncloud_secret_access_key = govTestSecretKey00000000000000000000WXYZ',
      'ncloud_api_url = https://ncloud.apigw.gov-ntruss.com',
    );
    expect(parseConfigure(text)).toEqual([
      { name: 'DEFAULT', site: 'public', accessKey, secretKey },
      {
        name: 'gov',
        site: 'gov',
        accessKey: 'GOVACCESSKEY00000002',
        secretKey: 'govTestSecretKey00000000000000000000WXYZ',
      },
    ]);
  });

  it('takes keys before any section for DEFAULT', () => {
    expect(parseConfigure(lines(key, secret))).toEqual([{ name: 'DEFAULT', site: 'public', accessKey, secretKey }]);
  });

  it('treats DEFAULT and default alike, and every other section by its case', () => {
    const text = lines(key, '[default]', secret, '[Work]', key, secret, '[work]', key, secret);
    expect(parseConfigure(text).map(({ name }) => name)).toEqual(['DEFAULT', 'Work', 'work']);
  });

  it('splits at the first = only: a secret may hold more of them', () => {
    const text = lines(key, 'ncloud_secret_access_key=ncpTest=Secret=Key==');
    expect(parseConfigure(text)[0]?.secretKey).toBe('ncpTest=Secret=Key==');
  });

  it('cuts nothing off a value: neither quotes nor what looks like a comment', () => {
    const text = lines(key, 'ncloud_secret_access_key = "ncpTest#Secret;Key"');
    expect(parseConfigure(text)[0]?.secretKey).toBe('"ncpTest#Secret;Key"');
  });

  it('trims, and skips blank lines and comments', () => {
    const text = lines('# my keys', '; old ones', '', '   ', `\t ${key}  `, `  ${secret}\t`, '# ncloud_api_url = x');
    expect(parseConfigure(text)).toEqual([{ name: 'DEFAULT', site: 'public', accessKey, secretKey }]);
  });

  it('accepts CRLF and a byte order mark', () => {
    const text = `\uFEFF[DEFAULT]\r\n${key}\r\n${secret}\r\n`;
    expect(parseConfigure(text)).toEqual([{ name: 'DEFAULT', site: 'public', accessKey, secretKey }]);
  });

  it('takes the last of two equal names in a section', () => {
    expect(parseConfigure(lines('ncloud_access_key_id = old', key, secret))[0]?.accessKey).toBe(accessKey);
  });

  it('leaves out sections without both keys, and lines that say nothing', () => {
    const text = lines('[half]', key, '[empty]', 'ncloud_access_key_id =', secret, 'nonsense', '[whole]', key, secret);
    expect(parseConfigure(text).map(({ name }) => name)).toEqual(['whole']);
  });

  it('finds nothing in an empty file', () => expect(parseConfigure('')).toEqual([]));

  it('tells the sites by their address, with or without a slash at the end; any other address is custom', () => {
    const at = (url: string) => parseConfigure(lines(key, secret, `ncloud_api_url = ${url}`))[0];
    expect(at('https://fin-ncloud.apigw.fin-ntruss.com/')).toMatchObject({ site: 'fin' });
    expect(at('https://gateway.example//')).toMatchObject({ site: 'custom', gatewayUrl: 'https://gateway.example' });
    expect(at('')).toMatchObject({ site: 'public' });
    expect(at('')).not.toHaveProperty('gatewayUrl');
  });
});

describe('parseEnvironment', () => {
  it.each([
    ['the SDKs', 'NCLOUD_ACCESS_KEY_ID', 'NCLOUD_SECRET_ACCESS_KEY'],
    ['Terraform', 'NCLOUD_ACCESS_KEY', 'NCLOUD_SECRET_KEY'],
  ])('reads the variables of %s', (_, keyName, secretName) => {
    expect(parseEnvironment({ [keyName]: accessKey, [secretName]: secretKey })).toEqual([
      { name: 'Environment', site: 'public', accessKey, secretKey },
    ]);
  });

  it('takes a variable that is set to nothing for absent', () => {
    const env = { NCLOUD_ACCESS_KEY_ID: '', NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey };
    expect(parseEnvironment(env)[0]?.accessKey).toBe(accessKey);
    expect(parseEnvironment({ ...env, NCLOUD_SECRET_KEY: '' })).toEqual([]);
  });

  it('reads the site by name and the region', () => {
    const env = {
      NCLOUD_ACCESS_KEY: accessKey,
      NCLOUD_SECRET_KEY: secretKey,
      NCLOUD_SITE: 'fin',
      NCLOUD_REGION: 'FKR',
    };
    expect(parseEnvironment(env)).toMatchObject([{ site: 'fin', regionCode: 'FKR' }]);
    expect(parseEnvironment({ ...env, NCLOUD_SITE: 'moon' })).toMatchObject([{ site: 'public' }]);
  });

  it('lets the address decide over the name of the site', () => {
    const env = { NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey, NCLOUD_SITE: 'gov' };
    const gatewayUrl = 'http://127.0.0.1:8080';
    expect(parseEnvironment({ ...env, NCLOUD_API_GW: gatewayUrl })).toMatchObject([{ site: 'custom', gatewayUrl }]);
  });
});
