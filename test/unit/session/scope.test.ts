import { expect, it } from 'vitest';
import { placeKey } from '../../../src/session/scope';
import { buildProfile } from '../../support/buildProfile';

it('knows a gateway by its address, however the profile comes to it', () => {
  const placeOf = (profile: object): string =>
    placeKey({ profile: { ...buildProfile(), ...profile }, regionCode: 'KR' });
  const same = ['https://ncloud.apigw.ntruss.com', 'https://NCLOUD.apigw.ntruss.com:443/'];
  const customs = same.map((gatewayUrl) => placeOf({ site: 'custom', gatewayUrl }));
  expect(new Set([placeOf({ site: 'public' }), ...customs])).toEqual(new Set(['https://ncloud.apigw.ntruss.com KR']));
  expect(placeOf({ site: 'custom', gatewayUrl: 'https://proxy.example/ncloud/' })).toBe(
    'https://proxy.example/ncloud KR',
  );
  expect(placeOf({ site: 'sandbox' })).toBe('sandbox KR');
});
