import { createNetwork, type NetworkParts } from '../../src/model/network';
import { planChange } from '../../src/plan/planChange';
import { createAddressIndex } from '../../src/search/addressIndex';
import { buildInterface, buildServer, buildSubnet, buildVpc } from '../support/buildNetwork';

/** 80 subnets /22 of 125 interfaces; every second one holds two secondary IPs. */
function largeParts(): NetworkParts {
  const subnets = Array.from({ length: 80 }, (_, at) =>
    buildSubnet({ subnetNo: `${3000 + at}`, subnetName: `team-${at}`, subnet: `10.${at >> 4}.${(at & 15) * 4}.0/22` }),
  );
  const interfaces = subnets.flatMap(({ subnetNo, subnet }, at) => {
    const base = subnet.split('.').slice(0, 2).join('.');
    const third = (at & 15) * 4;
    return Array.from({ length: 125 }, (_, own) => {
      const no = at * 125 + own;
      return buildInterface({
        networkInterfaceNo: `${1_000_000 + no}`,
        networkInterfaceName: `web-${no}-eth0`,
        subnetNo,
        instanceNo: `${20_000_000 + no}`,
        deviceName: 'eth0',
        ip: `${base}.${third}.${own + 6}`,
        macAddress:
          `F2:20:${[no >> 16, (no >> 8) & 255, no & 255, at].map((part) => part.toString(16).padStart(2, '0')).join(':')}`.toUpperCase(),
        secondaryIpList: own % 2 === 0 ? [`${base}.${third + 1}.${own + 6}`, `${base}.${third + 2}.${own + 6}`] : [],
      });
    });
  });
  const servers = interfaces.map(({ instanceNo, networkInterfaceNo }, no) =>
    buildServer({
      serverInstanceNo: instanceNo ?? '',
      serverName: `웹-서버-${no}`,
      networkInterfaceNoList: [networkInterfaceNo],
    }),
  );
  return { regionCode: 'KR', vpcs: [buildVpc()], subnets, servers, interfaces };
}

/** What is measured: a name and the work. */
export function measurements(): [string, () => unknown][] {
  const parts = largeParts();
  const network = createNetwork(parts);
  const profile = { id: 'p1', name: 'production' };
  const index = createAddressIndex([{ profile, network }]);
  const [first] = network.interfaces;
  const items = [
    { kind: 'assign' as const, networkInterfaceNo: first?.networkInterfaceNo ?? '', secondaryIps: [], propose: 2 },
  ];
  const keystrokes = ['1', '10.2.', '10.2.4.117', '10.99.1.1', 'f2:20:00:1', 'web-77', '서버', '서버-9999', 'nothing'];
  return [
    ...keystrokes.map((text): [string, () => unknown] => [`find "${text}"`, () => index.find(text)]),
    ['place of 10.2.4.250', () => index.placeOf('10.2.4.250')],
    ['index, network changed', () => createAddressIndex([{ profile, network }])],
    ['index, nothing changed', () => createAddressIndex([{ profile, network }], index)],
    ['createNetwork', () => createNetwork(parts)],
    ['plan: propose 2', () => planChange({ items }, network)],
    ['one interface read again', () => network.withInterfaces(first ? [first] : [])],
  ];
}
