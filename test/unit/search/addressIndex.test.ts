import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNetwork, type Network } from '../../../src/model/network';
import { createAddressIndex, type IndexedNetwork } from '../../../src/search/addressIndex';
import type { Hit } from '../../../src/search/hit';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';

const production = { id: 'p1', name: 'production' };
const web = buildNetwork({
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '3105', subnetName: '데이터-priv', subnet: '10.0.20.0/24' })],
  servers: [buildServer({ serverName: '웹-서버-01' })],
  interfaces: [
    buildInterface({
      networkInterfaceName: 'nic-web',
      instanceNo: '10423318',
      deviceName: 'eth0',
      macAddress: 'F2:20:AF:3C:19:AC',
      secondaryIpList: ['10.0.10.114', '10.0.10.17'],
    }),
    buildInterface({ networkInterfaceNo: '7012361', networkInterfaceName: 'spare', ip: '10.0.20.7' }),
  ],
});
const index = createAddressIndex([{ profile: production, network: web }]);
const shown = (hits: readonly Hit[]) =>
  hits.map((hit) => {
    const what = { address: 'address' in hit ? hit.address : '', interface: '', subnet: hit.subnetNo }[hit.kind];
    return [hit.kind, 'networkInterfaceNo' in hit ? hit.networkInterfaceNo : '', what, hit.field, hit.match]
      .filter(Boolean)
      .join(' ');
  });

afterEach(() => vi.restoreAllMocks());

describe('finding', () => {
  it('puts the exact address before those that only begin with or hold the text', () => {
    const hits = createAddressIndex([
      {
        profile: production,
        network: buildNetwork({
          interfaces: [
            buildInterface({ ip: '10.0.10.110' }),
            buildInterface({ networkInterfaceNo: '2', ip: '110.0.10.11' }),
            buildInterface({ networkInterfaceNo: '3', ip: '10.0.10.9', secondaryIpList: ['10.0.10.11'] }),
          ],
        }),
      },
    ]).find('10.0.10.11');
    expect(shown(hits)).toEqual([
      'address 3 10.0.10.11 address exact',
      'address 701236 10.0.10.110 address prefix',
      'address 2 110.0.10.11 address substring',
    ]);
  });

  it('tells primary from secondary and names the interface, the server, the subnet and the VPC', () => {
    expect(index.find('10.0.10.17')).toEqual([
      {
        kind: 'address',
        scope: { profileId: 'p1', profileName: 'production', regionCode: 'KR' },
        field: 'address',
        match: 'exact',
        address: '10.0.10.17',
        role: 'secondary',
        networkInterfaceNo: '701236',
        networkInterfaceName: 'nic-web',
        deviceName: 'eth0',
        serverName: '웹-서버-01',
        subnetNo: '3104',
        subnetName: 'web-pub',
        cidr: '10.0.10.0/24',
        vpcName: 'prod-vpc',
      },
    ]);
    expect(index.find('10.0.10.14')).toMatchObject([{ role: 'primary' }]);
  });

  it('puts the exact interface number before longer ones', () => {
    expect(shown(index.find('701236'))).toEqual(['interface 701236 number exact', 'interface 7012361 number prefix']);
  });

  it.each(['F2:20:AF:3C:19:AC', 'f2-20-af-3c-19-ac', 'f220.af3c.19ac', 'f220af3c19ac'])('finds the MAC %s', (text) => {
    expect(shown(index.find(text))).toEqual(['interface 701236 mac exact']);
  });

  it.each(['af:3c', 'AF-3C-1', 'af3c', 'f220.af'])('finds part of a MAC: %s', (text) => {
    expect(shown(index.find(text))).toEqual([expect.stringMatching(/^interface 701236 mac/)]);
  });

  it('does not find a MAC across the middle of a pair when the text has separators', () => {
    expect(index.find('0a:f3')).toEqual([]);
  });

  it('finds an interface by its own name and by its server, in Korean and in decomposed Korean', () => {
    expect(shown(index.find('NIC-'))).toEqual(['interface 701236 name prefix']);
    expect(shown(index.find('서버'))).toEqual(['interface 701236 server substring']);
    expect(shown(index.find('서버'.normalize('NFD')))).toEqual(['interface 701236 server substring']);
  });

  it('finds a subnet by name and by CIDR', () => {
    expect(shown(index.find('데이터'))).toEqual(['subnet 3105 subnet prefix']);
    expect(shown(index.find('10.0.20.0/24'))).toContain('subnet 3105 cidr exact');
  });

  it('takes an address with a prefix for the address', () => {
    expect(shown(index.find('10.0.10.17/24'))).toEqual(['address 701236 10.0.10.17 address exact']);
  });

  it('finds nothing for nothing', () => {
    expect(index.find('')).toEqual([]);
    expect(index.find('  ')).toEqual([]);
    expect(index.find('10.0.10.99')).toEqual([]);
  });

  it('tells the same address of two accounts and regions apart', () => {
    const tokyo = createNetwork({ ...web, regionCode: 'JPN' });
    const hits = createAddressIndex([
      { profile: production, network: web },
      { profile: production, network: tokyo },
      { profile: { id: 'p2', name: 'staging' }, network: web },
    ]).find('10.0.10.17');
    expect(hits.map(({ scope }) => `${scope.profileId} ${scope.regionCode}`)).toEqual(['p1 KR', 'p1 JPN', 'p2 KR']);
  });
});

const interfaces = fc.uniqueArray(
  fc.record({
    networkInterfaceNo: fc.integer({ min: 1, max: 40 }).map(String),
    networkInterfaceName: fc.constantFrom('web-1', 'db-1', 'a1', '1'),
    ip: fc.integer({ min: 6, max: 40 }).map((last) => `10.0.10.${last}`),
    macAddress: fc.constantFrom('F2:20:A1:00:00:01', 'F2:20:A1:00:00:10'),
    instanceNo: fc.constantFrom('1', '2', 'unseen'),
    secondaryIpList: fc.uniqueArray(
      fc.integer({ min: 41, max: 60 }).map((last) => `10.0.10.${last}`),
      { maxLength: 3 },
    ),
  }),
  { selector: (one) => one.networkInterfaceNo, maxLength: 12 },
);
const servers = [
  buildServer({ serverInstanceNo: '1', serverName: 'web-1' }),
  buildServer({ serverInstanceNo: '2', serverName: 'DB-1' }),
];
const networks = fc.array(
  interfaces.map((parts) => buildNetwork({ servers, interfaces: parts.map((one) => buildInterface(one)) })),
  { maxLength: 3 },
);
const indexed = (all: readonly Network[]): IndexedNetwork[] =>
  all.map((network, at) => ({ profile: { id: String(at), name: `profile ${at}` }, network }));

describe('for any networks and text', () => {
  const text = fc.oneof(
    fc.constantFrom('1', '10', '10.0.10.1', '10.0.10.41', 'web', 'b-1', 'a1', 'a1:0', 'f220', '/24', 'w'),
    fc.integer({ min: 6, max: 60 }).map((last) => `10.0.10.${last}`),
  );

  it('finds what looking at every interface finds, each once', () => {
    fc.assert(
      fc.property(networks, text, (all, needle) => {
        const found = createAddressIndex(indexed(all)).find(needle, Infinity);
        const ids = found.flatMap((hit) => {
          if (hit.kind === 'subnet') return [];
          return [`${hit.scope.profileId} ${hit.networkInterfaceNo} ${hit.kind === 'address' ? hit.address : ''}`];
        });
        const expected = all.flatMap((network, at) =>
          network.interfaces.flatMap((one) => {
            const mac = one.macAddress!.toLowerCase();
            const isOwn =
              [one.networkInterfaceName, network.serverOf(one)?.serverName ?? '', mac].some((value) =>
                value.toLowerCase().includes(needle),
              ) ||
              (/^\d+$/.test(needle) && one.networkInterfaceNo.includes(needle)) ||
              mac.replaceAll(':', '').includes(needle);
            const held = [one.ip, ...one.secondaryIpList].filter(
              (address) => needle !== '/24' && address.includes(needle),
            );
            return [...(isOwn ? [''] : []), ...held].map((rest) => `${at} ${one.networkInterfaceNo} ${rest}`);
          }),
        );
        expect(ids.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it('lists less when limited, and the same things first', () => {
    fc.assert(
      fc.property(networks, text, fc.integer({ min: 1, max: 8 }), (all, needle, limit) => {
        const whole = createAddressIndex(indexed(all));
        expect(whole.find(needle, limit)).toEqual(whole.find(needle, Infinity).slice(0, limit));
      }),
      { numRuns: 300 },
    );
  });
});

describe('with 10,000 interfaces', () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    buildInterface({
      networkInterfaceNo: String(1_000_000 + at),
      networkInterfaceName: `web-${at}`,
      ip: `10.${at >> 8}.${at & 255}.10`,
      macAddress: 'F2:20:AF:3C:19:AC',
    }),
  );
  const large = createAddressIndex([{ profile: production, network: buildNetwork({ interfaces: many }) }]);
  const small = createAddressIndex([
    { profile: production, network: buildNetwork({ interfaces: many.slice(0, 100) }) },
  ]);

  it.each(['1', '10.', 'w', 'f2', '10.0.', '100'])('looks at no more matches for "%s" than with 100', (text) => {
    const looks = (subject: typeof large): number => {
      const scan = vi.spyOn(String.prototype, 'indexOf');
      expect(subject.find(text)).toHaveLength(50);
      const calls = scan.mock.calls.length;
      scan.mockRestore();
      return calls;
    };
    const [few, most] = [looks(small), looks(large)];
    expect(few).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(few);
  });
});

describe('indexing again', () => {
  it('reads only the network that changed', () => {
    const [first, second] = [buildNetwork({ interfaces: [buildInterface()] }), web];
    const before = createAddressIndex(indexed([first, second]));
    const changed = first.withInterfaces([buildInterface({ secondaryIpList: ['10.0.10.77'] })]);
    const after = createAddressIndex(indexed([changed, second]), before);
    expect(after.shards.get(second)).toBe(before.shards.get(second));
    expect(after.shards.has(first)).toBe(false);
    expect(before.find('10.0.10.77')).toEqual([]);
    expect(after.find('10.0.10.77')).toHaveLength(1);
  });

  it('finds what an index of the whole finds, after any changes of interfaces', () => {
    const change = interfaces.map((parts) => parts.map((one) => buildInterface(one)));
    const needles = ['1', '10.0.10.1', '10.0.10.5', 'web', 'b-1', 'web 10.0', 'f220', '/24'];
    fc.assert(
      fc.property(change, fc.array(change, { minLength: 1, maxLength: 3 }), (first, changes) => {
        let network = buildNetwork({ servers, interfaces: first });
        let index = createAddressIndex(indexed([network]));
        for (const some of changes) {
          // Only what is there already: where interfaces come, the network is indexed as a whole.
          network = network.withInterfaces(some.filter((one) => network.interface(one.networkInterfaceNo)));
          index = createAddressIndex(indexed([network]), index);
        }
        const whole = createAddressIndex(indexed([network]));
        for (const needle of needles) {
          const [found, expected] = [index.find(needle, 1_000), whole.find(needle, 1_000)];
          expect(sorted(found)).toEqual(sorted(expected));
          expect(found.map(rankOf)).toEqual(expected.map(rankOf));
        }
      }),
    );
  });

  it('reads one interface of 10,000 where one changed', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      buildInterface({ networkInterfaceNo: String(at), ip: `10.${at >> 8}.${at & 255}.10` }),
    );
    const network = buildNetwork({ interfaces: many });
    const before = createAddressIndex(indexed([network]));
    const { ip } = many[5_000] ?? buildInterface();
    const next = network.withInterfaces([
      { ...buildInterface({ networkInterfaceNo: '5000', ip }), secondaryIpList: ['10.99.0.1'] },
    ]);
    const texts = vi.spyOn(String.prototype, 'normalize');
    const after = createAddressIndex(indexed([next]), before);
    const calls = texts.mock.calls.length;
    texts.mockRestore();
    expect(calls).toBeLessThan(20);
    expect(calls).toBeGreaterThan(0);
    expect(after.find('10.99.0.1')).toHaveLength(1);
    expect(after.find(ip, 3).map((hit) => (hit.kind === 'address' ? hit.address : hit.kind))).toContain(ip);
  });
});

const sorted = (hits: readonly Hit[]): string[] => hits.map((hit) => JSON.stringify(hit)).sort();

/** Where a hit stands among others; two interfaces with one address may stand either way round. */
const rankOf = (hit: Hit): string =>
  [hit.match, hit.field, hit.kind === 'address' ? hit.address : hit.kind === 'interface' ? hit.ip : hit.subnetNo].join(
    ' ',
  );
