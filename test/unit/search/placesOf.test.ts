import { describe, expect, it } from 'vitest';
import { createAddressIndex } from '../../../src/search/addressIndex';
import { buildInterface, buildNetwork, buildSubnet, buildVpc } from '../../support/buildNetwork';

const profile = { id: 'p1', name: 'production' };
const network = buildNetwork({
  vpcs: [buildVpc(), buildVpc({ vpcNo: '1205', vpcName: 'dev-vpc' })],
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '4104', vpcNo: '1205', subnetName: 'dev-pub' })],
  interfaces: [
    buildInterface({ secondaryIpList: ['10.0.10.17'] }),
    buildInterface({ networkInterfaceNo: '2', subnetNo: 'unread', ip: '10.9.9.9' }),
  ],
});
const index = createAddressIndex([{ profile, network }]);
const kinds = (address: string) =>
  index.placeOf(address).map((place) => (place.kind === 'outside' ? 'outside' : `${place.kind} in ${place.subnetNo}`));

describe('the place of an address', () => {
  it('is told for every subnet of that range: held in one, not seen in the other', () => {
    expect(kinds('10.0.10.17')).toEqual(['held in 3104', 'unseen in 4104']);
    expect(index.placeOf('10.0.10.17')[0]).toMatchObject({
      role: 'secondary',
      networkInterfaceNo: '701236',
      vpcName: 'prod-vpc',
      subnetName: 'web-pub',
      cidr: '10.0.10.0/24',
      scope: { profileId: 'p1', regionCode: 'KR' },
    });
  });

  it.each(['10.0.10.0', '10.0.10.5', '10.0.10.255'])('is reserved for %s, with the usable range', (address) => {
    expect(kinds(address)).toEqual(['reserved in 3104', 'reserved in 4104']);
    expect(index.placeOf(address)[0]).toMatchObject({ firstUsable: '10.0.10.6', lastUsable: '10.0.10.254' });
  });

  it('is in no subnet, and says how many networks were looked at', () => {
    expect(index.placeOf('192.168.0.10')).toEqual([{ kind: 'outside', networks: 1 }]);
    expect(createAddressIndex([]).placeOf('192.168.0.10')).toEqual([{ kind: 'outside', networks: 0 }]);
  });

  it('is known for an address held in a subnet that could not be read', () => {
    expect(kinds('10.9.9.9')).toEqual(['held in unread']);
  });

  it('is nowhere for what is not an IPv4 address', () => {
    expect(index.placeOf('10.0.10')).toEqual([]);
    expect(index.placeOf('web-01')).toEqual([]);
  });
});
