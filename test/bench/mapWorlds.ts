import { mapTexts, overviewTexts } from '../../src/features/map/mapTexts';
import type { MapData, MapHolder } from '../../src/map/mapData';
import type { ToMap } from '../../src/map/messages';
import { readMap } from '../../src/map/readMap';
import type { ToOverview } from '../../src/map/overviewMessages';
import { readOverview } from '../../src/map/readOverview';
import { numberToAddress } from '../../src/model/address';
import { buildInterface, buildNetwork, buildSubnet, buildVpc } from '../support/buildNetwork';

/** Subnets of every size, as full as they may be; the /16 with 20,000 addresses held. */
const worlds: readonly (readonly [cidr: string, interfaces: number])[] = [
  ['10.0.0.0/28', 2],
  ['10.0.0.0/24', 60],
  ['10.0.0.0/20', 1_000],
  ['10.0.0.0/16', 5_000],
];

/** What the page of an overview is told: how to open, and a region of ten VPCs with a hundred subnets each. */
export function overviewWorld(): { open: ToOverview; data: ToOverview } {
  const vpcs = Array.from({ length: 10 }, (_, at) =>
    buildVpc({ vpcNo: String(5_000 + at), vpcName: `team-${at}-vpc`, ipv4CidrBlock: `10.${at}.0.0/16` }),
  );
  const subnets = vpcs.flatMap(({ vpcNo }, vpc) =>
    Array.from({ length: 100 }, (_, at) =>
      // Every second range is left: each of them is a row as well.
      buildSubnet({ subnetNo: String(30_000 + vpc * 100 + at), vpcNo, subnet: `10.${vpc}.${at * 2}.0/24` }),
    ),
  );
  const network = buildNetwork({ vpcs, subnets });
  const key = { profileId: 'p', regionCode: 'KR' };
  return {
    open: { type: 'open', key, language: 'en', texts: overviewTexts(), sort: 'address' },
    data: { type: 'data', data: readOverview(network, { name: (name) => name, about: () => 'public' }) },
  };
}

/** What the page of a map is told: how to open, the map of each world, and one changed interface of it. */
export function mapWorlds(): { open: ToMap; worlds: { name: string; data: ToMap; patch: ToMap }[] } {
  const key = { profileId: 'p', regionCode: 'KR', subnetNo: '3104' };
  return {
    open: { type: 'open', key, language: 'en', texts: mapTexts(), mode: 'map', colour: 'state', canChange: true },
    worlds: worlds.map(([cidr, interfaces]) => {
      const data = mapOf(cidr, interfaces);
      const [first] = data.holders as [MapHolder, ...MapHolder[]];
      const changed = [{ ...first, secondaries: first.secondaries.slice(1) }];
      return {
        name: `/${cidr.split('/')[1]}, ${data.holders.reduce((sum, { secondaries }) => sum + 1 + secondaries.length, 0)} held`,
        data: { type: 'data', data },
        patch: { type: 'patch', changed, gone: [] },
      };
    }),
  };
}

/** Each interface with its primary and three secondary IPs, spread over the subnet. */
function mapOf(cidr: string, count: number): MapData {
  const size = 2 ** (32 - Number(cidr.split('/')[1]));
  const step = Math.floor((size - 7) / count);
  const network = buildNetwork({
    subnets: [buildSubnet({ subnet: cidr })],
    interfaces: Array.from({ length: count }, (_, at) => {
      const address = (more: number): string => numberToAddress(10 * 2 ** 24 + 6 + at * step + more);
      const secondaryIpList = Array.from({ length: Math.min(3, step - 1) }, (_, more) => address(more + 1));
      return buildInterface({ networkInterfaceNo: String(800_000 + at), ip: address(0), secondaryIpList });
    }),
  });
  const data = readMap(network, '3104', ({ networkInterfaceName: title }) => ({
    title,
    server: 'web-01',
    status: 'in use',
  }));
  if (!data) throw new Error(`no map of ${cidr}`);
  return data;
}
