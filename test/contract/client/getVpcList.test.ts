import { describe, expect, it } from 'vitest';
import { arrivals, startClient, ways } from './startClient';

describe('getVpcList', () => {
  it.each(ways)('request by $method for $responseFormatType has no paging: the action knows none', async (way) => {
    const { api, sandbox } = await startClient(way);
    await api.getVpcList('KR');
    expect(arrivals(await sandbox.requests())).toEqual([`${way.method} getVpcList regionCode=KR`]);
  });

  it.each(ways)('response by $method as $responseFormatType may hold a VPC of another type', async (way) => {
    const { api } = await startClient(way, { transitVpc: true });
    const types = (await api.getVpcList('KR')).map((vpc) => [vpc.vpcNo, vpc.vpcType?.code]);
    expect(types).toEqual([
      ['1204', undefined],
      ['1207', undefined],
      ['1210', 'TRANSIT'],
    ]);
  });

  it.each(ways)('response by $method as $responseFormatType has the VPCs with Korean names', async (way) => {
    const { api } = await startClient(way);
    const vpcs = await api.getVpcList('KR');
    expect(vpcs.map((vpc) => `${vpc.vpcNo} ${vpc.vpcName} ${vpc.ipv4CidrBlock} ${vpc.vpcStatus?.code}`).sort()).toEqual(
      ['1204 prod-vpc 10.0.0.0/16 RUN', '1207 개발-vpc 10.0.0.0/16 RUN'],
    );
  });
});
