import { describe, expect, it } from 'vitest';
import { sites } from '../../../src/api/sites';
import { endpointOf, isAllowedGateway } from '../../../src/session/profile';

describe('isAllowedGateway', () => {
  it.each([
    'https://ncloud.apigw.ntruss.com',
    'https://gateway.example:8443/base',
    'http://127.0.0.1:8080',
    'http://localhost:1',
    'http://[::1]:8080',
  ])('lets a signed request go to %s', (url) => expect(isAllowedGateway(url)).toBe(true));

  it.each([
    ['plain http elsewhere', 'http://ncloud.apigw.ntruss.com'],
    ['a name that only begins like this machine', 'http://localhost.example'],
    ['a number that only begins like this machine', 'http://127.0.0.1.example'],
    ['a user before the host', 'https://user@gateway.example'],
    ['a password before the host', 'https://:word@gateway.example'],
    ['loopback as a user name', 'http://127.0.0.1@gateway.example'],
    ['a query', 'https://gateway.example?x=1'],
    ['a fragment', 'https://gateway.example#x'],
    ['another protocol', 'ftp://gateway.example'],
    ['no protocol', 'gateway.example'],
    ['nothing', ''],
  ])('refuses %s', (_, url) => expect(isAllowedGateway(url)).toBe(false));
});

describe('endpointOf', () => {
  it.each(['public', 'gov', 'fin'] as const)('knows where the site %s lives', (site) => {
    expect(endpointOf({ site })).toEqual(sites[site]);
  });

  it('ignores an address that came with a site of fixed address', () => {
    expect(endpointOf({ site: 'gov', gatewayUrl: 'https://elsewhere.example' })?.gatewayUrl).toBe(sites.gov.gatewayUrl);
  });

  it('asks a custom gateway for identities too', () => {
    const gatewayUrl = 'https://gateway.example';
    expect(endpointOf({ site: 'custom', gatewayUrl })).toEqual({ gatewayUrl, stsUrl: gatewayUrl });
  });

  it('knows no address of the sandbox before it runs, nor of a custom site without one', () => {
    expect(endpointOf({ site: 'sandbox' })).toBeUndefined();
    expect(endpointOf({ site: 'custom' })).toBeUndefined();
  });
});
