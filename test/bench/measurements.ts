import { createNetwork, type NetworkParts } from '../../src/model/network';
import { planChange } from '../../src/plan/planChange';
import { createAddressIndex } from '../../src/search/addressIndex';
import { findingsOf } from '../../src/model/findings';
import { createTextFilter } from '../../src/model/textFilter';
import type { TreeNode } from '../../src/tree/node';
import { drawRegion } from '../../src/tree/drawRegion';
import { regionContent } from '../../src/tree/regionContent';
import { buildProfile } from '../support/buildProfile';
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

/** Draws rows as the view does when everything but the addresses is open. */
function openRows(nodes: readonly TreeNode[]): number {
  return nodes.reduce((count, node) => {
    node.item();
    const children = node.subject.kind === 'interface' ? [] : node.children();
    return count + 1 + openRows(children);
  }, 0);
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
  const scope = { profile: buildProfile(profile), regionCode: 'KR' };
  const last = { network, regions: [], gaps: [], readAt: 0, settlingSince: new Map<string, number>() };
  const filter = createTextFilter();
  const drawn = (text: string): unknown => {
    const found = filter(network, text, profile.name);
    const wanted = { look: { groupBy: 'subnet' as const, filters: [], text }, found };
    return openRows(
      regionContent(
        drawRegion(scope, { kind: 'loaded', last }, wanted, { busy: new Map(), fresh: new Map() }),
        undefined,
      ),
    );
  };
  let turn = 0;
  const keystrokes = ['1', '10.2.', '10.2.4.117', '10.99.1.1', 'f2:20:00:1', 'web-77', '서버', '서버-9999', 'nothing'];
  return [
    ...keystrokes.map((text): [string, () => unknown] => [`find "${text}"`, () => index.find(text)]),
    ['text filter, network changed', () => createTextFilter()(network, 'web-77', profile.name)],
    // Other texts in turn: the answer to the one before is kept.
    ['text filter, a keystroke', () => filter(network, ['web-7', 'web-77'][turn++ % 2] ?? '', profile.name)],
    ['tree filtered by "web-777", all rows open', () => drawn(['web-777', 'web-7777'][turn++ % 2] ?? '')],
    ['tree filtered by "web", all rows open', () => drawn(['web', 'eb-'][turn++ % 2] ?? '')],
    ['findings', () => findingsOf(network, new Map(), 0)],
    ['place of 10.2.4.250', () => index.placeOf('10.2.4.250')],
    ['index, network changed', () => createAddressIndex([{ profile, network }])],
    ['index, nothing changed', () => createAddressIndex([{ profile, network }], index)],
    ['createNetwork', () => createNetwork(parts)],
    ['plan: propose 2', () => planChange({ items }, network)],
    ['one interface read again', () => network.withInterfaces(first ? [first] : [])],
  ];
}
