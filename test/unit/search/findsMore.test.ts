import { describe, expect, it } from 'vitest';
import { createAddressIndex } from '../../../src/search/addressIndex';
import { addressTable, severalAddresses, soughtBy } from '../../../src/search/addressTable';
import { createNarrowing } from '../../../src/search/narrowNetwork';
import { hitText } from '../../../src/features/find/searchText';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';
import { findRows } from '../../../src/features/find/findRows';

const profile = { id: 'p1', name: 'production' };
const network = buildNetwork({
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '3105', subnetName: 'db-priv', subnet: '10.0.20.0/24' })],
  servers: [
    buildServer({ publicIp: '203.0.113.24' }),
    buildServer({ serverInstanceNo: '2', serverName: 'db-01', networkInterfaceNoList: ['702', '703'] }),
  ],
  interfaces: [
    buildInterface({ instanceNo: '10423318', deviceName: 'eth0', isDefault: true, secondaryIpList: ['10.0.10.20'] }),
    buildInterface({
      networkInterfaceNo: '702',
      subnetNo: '3105',
      ip: '10.0.20.6',
      instanceNo: '2',
      deviceName: 'eth0',
      isDefault: true,
      networkInterfaceDescription: 'Billing primary',
      accessControlGroupNoList: ['1582'],
    }),
    buildInterface({
      networkInterfaceNo: '703',
      subnetNo: '3105',
      ip: '10.0.20.7',
      instanceNo: '2',
      deviceName: 'eth1',
    }),
  ],
});
const groups = [{ accessControlGroupNo: '1582', accessControlGroupName: 'db-acg' }];
const index = createAddressIndex([{ profile, network, groups }]);
const found = (text: string) =>
  index.find(text).map((hit) => (hit.kind === 'subnet' ? `subnet ${hit.subnetName}` : hit.networkInterfaceNo));

describe('finding by more', () => {
  it('finds an interface by its public IP, its description, and its ACG by name and by number', () => {
    expect(found('203.0.113')).toEqual(['701236']);
    expect(found('billing')).toEqual(['702']);
    expect(found('DB-acg')).toEqual(['702']);
    expect(found('1582')).toEqual(['702']);
  });

  it('says by what it was found, with the text that the row would not show', () => {
    const [hit] = index.find('db-acg');
    expect(hitText(hit!).detail).toContain('matched by ACG · db-acg');
    expect(findRows(index, [], '203.0.113.24', () => true)).toHaveLength(1);
    expect(hitText(index.find('203.0.113.24')[0]!).detail).toContain('matched by public IP · 203.0.113.24');
  });

  it('knows the names of ACGs as soon as they are read, and their numbers before', () => {
    const before = createAddressIndex([{ profile, network }]);
    expect(before.find('db-acg')).toEqual([]);
    expect(before.find('1582')).toHaveLength(1);
    expect(createAddressIndex([{ profile, network, groups }], before).find('db-acg')).toHaveLength(1);
  });

  it('finds what has each of several words somewhere, the profile and the region included', () => {
    expect(found('db-01 eth1')).toEqual(['703']);
    expect(found('eth1 DB-01')).toEqual(['703']);
    expect(found('web-pub prod')).toEqual(['subnet web-pub', '701236']);
    expect(found('db-01 KR eth0')).toEqual(['702']);
    expect(found('db-01 staging')).toEqual([]);
  });
});

describe('several addresses', () => {
  it('are read as pasted, with prefixes and ranges; words beside them are words to find', () => {
    expect(severalAddresses('10.0.10.20, 10.0.20.6\n10.0.20.6')).toEqual(['10.0.10.20', '10.0.20.6']);
    expect(severalAddresses('10.0.10.20/24 10.0.20.6/24')).toEqual(['10.0.10.20', '10.0.20.6']);
    expect(severalAddresses('10.0.10.20-22')).toHaveLength(3);
    for (const log of ['10.0.10.20:8080 -> 10.0.20.6:443 foo', 'from 10.0.10.20, to http://10.0.20.6/x.'])
      expect(severalAddresses(log)).toEqual(['10.0.10.20', '10.0.20.6']);
    for (const text of [
      '10.0.10.20',
      '10.0.10.',
      '10.0.10.20 web-01',
      '10.0.10.20 1.2.3.4.5 v1.2.3.4',
      '10.0.10.0/24',
      '',
    ])
      expect(severalAddresses(text)).toBeUndefined();
  });

  it.each(['10.0.10.20:8080', 'http://10.0.10.20', 'https://10.0.10.20:8443/a?b=c', ' 10.0.10.20 '])(
    'one address is sought by %s',
    (text) => {
      expect(soughtBy(text)).toBe('10.0.10.20');
    },
  );

  it.each(['10.0.10.0/24', 'web-01:80', '10.0.10.300:80', 'http://web-01/'])('%s is sought as it is', (text) => {
    expect(soughtBy(text)).toBe(text);
  });

  it('are a table of what each is, in their order', () => {
    const rows = addressTable(index, ['10.0.20.6', '10.0.10.20', '10.0.10.3', '10.0.10.99', '192.0.2.1']);
    expect(rows.map(({ address, state, server, subnet }) => [address, state, server, subnet])).toEqual([
      ['10.0.20.6', 'primary', 'db-01', 'db-priv'],
      ['10.0.10.20', 'secondary', 'web-01', 'web-pub'],
      ['10.0.10.3', 'reserved', '', 'web-pub'],
      ['10.0.10.99', 'not seen in use', '', 'web-pub'],
      ['192.0.2.1', 'outside', '', ''],
    ]);
  });
});

describe('a part of a network', () => {
  it('holds what is in its subnets only, and is the same part each time', () => {
    const narrow = createNarrowing((subnetNo) => subnetNo === '3105');
    const part = createAddressIndex([{ profile, network: narrow(network) }]);
    expect(part.find('web')).toEqual([]);
    expect(part.find('10.0.20.6')).toHaveLength(1);
    expect(narrow(network)).toBe(narrow(network));
  });
});
