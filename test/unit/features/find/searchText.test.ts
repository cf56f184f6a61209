import { describe, expect, it } from 'vitest';
import type { AddressPlace } from '../../../../src/search/placesOf';
import { hitText, placeText } from '../../../../src/features/find/searchText';

const where = {
  scope: { profileId: 'p1', profileName: 'production', regionCode: 'KR' },
  subnetNo: '3104',
  subnetName: 'web-pub',
  cidr: '10.0.10.0/24',
  vpcNo: '1204',
  vpcName: 'prod-vpc',
};
const detail = 'web-pub · 10.0.10.0/24 · prod-vpc · production · KR';

describe('where an address stands that nobody holds', () => {
  it.each<[string, Exclude<AddressPlace, { kind: 'held' }>, { label: string; description: string; detail: string }]>([
    ['unseen', { kind: 'unseen', ...where }, { label: '10.0.10.3', description: 'not seen in use', detail }],
    [
      'reserved',
      { kind: 'reserved', ...where, firstUsable: '10.0.10.6', lastUsable: '10.0.10.254' },
      { label: '10.0.10.3', description: 'reserved: use 10.0.10.6 to 10.0.10.254', detail },
    ],
    [
      'outside',
      { kind: 'outside', networks: 2 },
      { label: '10.0.10.3 is not in any subnet shown.', description: '', detail: '' },
    ],
    [
      'outside of all there is',
      { kind: 'outside', networks: 1 },
      { label: '10.0.10.3 is not in any subnet shown.', description: '', detail: '' },
    ],
    [
      'nowhere, for nothing was read',
      { kind: 'outside', networks: 0 },
      { label: 'No subnet is loaded, so it is unknown where 10.0.10.3 belongs.', description: '', detail: '' },
    ],
  ])('%s: the answer comes first, so that a narrow list does not cut it off', (_kind, place, row) => {
    expect(placeText('10.0.10.3', place)).toEqual(row);
  });
});

describe('what was found', () => {
  it('names its VPC, for two of them may use the same range and the same names', () => {
    const { scope, subnetNo, subnetName, cidr, vpcName } = where;
    const hit = { scope, subnetNo, subnetName, cidr, vpcName, match: 'exact', role: 'primary' } as const;
    const holder = { networkInterfaceNo: '701236', networkInterfaceName: 'nic-web' };
    const address = { ...hit, ...holder, kind: 'address', field: 'address', address: '10.0.10.14' } as const;
    expect(hitText(address).detail).toBe('production · KR · prod-vpc · web-pub · 10.0.10.0/24 · 701236');
    expect(hitText({ ...hit, kind: 'subnet', field: 'subnet' }).detail).toBe('production · KR · prod-vpc');
  });
});
