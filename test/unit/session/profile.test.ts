import { describe, expect, it } from 'vitest';
import { sites } from '../../../src/api/sites';
import { assistantAccess, endpointOf } from '../../../src/session/profile';

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

describe('assistantAccess', () => {
  it('is to look and to propose where nobody said otherwise', () => {
    expect(assistantAccess({ site: 'public' })).toBe('propose');
  });

  it('lets only a sandbox be changed unasked, whatever is stored', () => {
    expect(assistantAccess({ site: 'sandbox', assistants: 'apply' })).toBe('apply');
    for (const site of ['public', 'gov', 'fin', 'custom'] as const)
      expect(assistantAccess({ site, assistants: 'apply' })).toBe('propose');
  });
});
