import { describe, expect, it } from 'vitest';
import { arrivals, startClient, ways } from './startClient';

describe('getServerInstanceList', () => {
  it.each(ways)('request by $method for $responseFormatType asks for whole pages', async (way) => {
    const { api, sandbox } = await startClient(way);
    await api.getServerInstanceList('KR');
    expect(arrivals(await sandbox.requests())).toEqual([
      `${way.method} getServerInstanceList regionCode=KR pageNo=1 pageSize=1000`,
    ]);
  });

  it.each(ways)('response by $method as $responseFormatType has servers with their interfaces', async (way) => {
    const { api } = await startClient(way);
    const servers = await api.getServerInstanceList('KR');
    const web01 = servers.find((server) => server.serverName === 'web-01');
    expect(web01).toMatchObject({ publicIp: '203.0.113.24', vpcNo: '1204', hypervisorType: { code: 'XEN' } });
    expect(web01?.networkInterfaceNoList).toEqual(['701236', '701240']);
    const batch = servers.find((server) => server.serverName === '결제-배치');
    expect(batch?.serverInstanceStatus?.code).toBe('NSTOP');
    expect(batch?.publicIp).toBeUndefined();
  });
});
