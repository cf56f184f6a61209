import { describe, expect, it } from 'vitest';
import { createRequestTarget } from '../../../../src/api/calls/prepareRequest';

describe('createRequestTarget', () => {
  it('makes the signed target the end of the sent URL', () => {
    const { url, target } = createRequestTarget(
      'https://ncloud.apigw.ntruss.com',
      '/vpc/v2/getVpcList',
      'regionCode=KR',
    );
    expect(target).toBe('/vpc/v2/getVpcList?regionCode=KR');
    expect(url).toBe(`https://ncloud.apigw.ntruss.com${target}`);
  });

  it('has no question mark without a query', () => {
    expect(createRequestTarget('https://example.com/', '/a', '').target).toBe('/a');
  });

  it('keeps the path of a base, which is then part of what is signed', () => {
    const { url, target } = createRequestTarget('https://example.com/ncloud/', '/a', 'b=1');
    expect([url, target]).toEqual(['https://example.com/ncloud/a?b=1', '/ncloud/a?b=1']);
  });

  it.each(['http://127.0.0.1:8080', 'http://127.9.9.9', 'http://localhost:1', 'http://[::1]:8080', 'https://10.0.0.1'])(
    'accepts %s',
    (base) => {
      expect(createRequestTarget(base, '/a', '').url).toBe(`${base}/a`);
    },
  );

  it.each([
    ['http://example.com', 'https'],
    ['http://10.0.0.1', 'https'],
    ['http://localhost.example.com', 'https'],
    ['http://127.0.0.1.example.com', 'https'],
    ['ftp://127.0.0.1', 'https'],
    ['https://user:made-up@example.com', 'user info'],
    ['https://example.com/?a=1', 'query'],
    ['https://example.com/#a', 'fragment'],
    ['not a url', 'URL'],
  ])('refuses %s and names the rule', (base, rule) => {
    expect(() => createRequestTarget(base, '/a', '')).toThrow(rule);
  });
});
