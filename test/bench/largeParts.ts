import type { NetworkParts } from '../../src/model/network';
import { buildInterface, buildServer, buildSubnet, buildVpc } from '../support/buildNetwork';

/** Subnets /22 of 125 interfaces each, 80 unless told otherwise; every second interface holds two secondary IPs. */
export function largeParts(subnetCount = 80): NetworkParts {
  const subnets = Array.from({ length: subnetCount }, (_, at) =>
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
