import { describe, expect, it } from 'vitest';
import { arrivals, startClient, ways } from './startClient';

describe('getSubnetList', () => {
  it.each(ways)('request by $method for $responseFormatType asks for whole pages', async (way) => {
    const { api, sandbox } = await startClient(way);
    await api.getSubnetList('KR');
    expect(arrivals(await sandbox.requests())).toEqual([
      `${way.method} getSubnetList regionCode=KR pageNo=1 pageSize=1000`,
    ]);
  });

  it.each(ways)('response by $method as $responseFormatType has every kind of subnet', async (way) => {
    const { api } = await startClient(way);
    const subnets = await api.getSubnetList('KR');
    expect(subnets).toContainEqual({
      subnetNo: '3104',
      vpcNo: '1204',
      zoneCode: 'KR-2',
      subnetName: 'web-pub',
      subnet: '10.0.10.0/24',
      subnetStatus: { code: 'RUN', codeName: 'run' },
      subnetType: { code: 'PUBLIC', codeName: 'Public' },
      usageType: { code: 'GEN', codeName: 'General' },
    });
    expect(new Set(subnets.map((subnet) => subnet.usageType?.code))).toEqual(new Set(['GEN', 'LOADB', 'NATGW', 'BM']));
  });
});
