import { describe, expect, it } from 'vitest';
import type { AddressPlace } from '../../../src/search/placesOf';
import { placeText } from '../../../src/ui/searchText';

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
  it.each<[string, Exclude<AddressPlace, { kind: 'held' }>, { label: string; detail: string }]>([
    ['unseen', { kind: 'unseen', ...where }, { label: '10.0.10.3 · not seen in use', detail }],
    [
      'reserved',
      { kind: 'reserved', ...where, firstUsable: '10.0.10.6', lastUsable: '10.0.10.254' },
      { label: '10.0.10.3 is reserved: use 10.0.10.6 to 10.0.10.254.', detail },
    ],
    [
      'outside',
      { kind: 'outside', networks: 2 },
      { label: '10.0.10.3 is outside every subnet of the 2 networks loaded.', detail: '' },
    ],
    [
      'nowhere, for nothing was read',
      { kind: 'outside', networks: 0 },
      { label: 'No subnet is loaded, so it is not known where 10.0.10.3 belongs.', detail: '' },
    ],
  ])('%s: the answer comes first, so that a narrow list does not cut it off', (_kind, place, row) => {
    expect(placeText('10.0.10.3', place)).toEqual(row);
  });
});
