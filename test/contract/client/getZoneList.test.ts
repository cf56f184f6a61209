import { describe, expect, it } from 'vitest';
import { arrivals, startClient, ways } from './startClient';

describe('getZoneList', () => {
  it.each(ways)('request by $method for $responseFormatType names the region', async (way) => {
    const { api, sandbox } = await startClient(way);
    await api.getZoneList('JPN');
    expect(arrivals(await sandbox.requests())).toEqual([`${way.method} getZoneList regionCode=JPN`]);
  });

  it.each(ways)('response by $method as $responseFormatType has the zones of the region', async (way) => {
    const { api } = await startClient(way);
    const zones = await api.getZoneList('KR');
    expect(zones).toContainEqual({
      zoneCode: 'KR-2',
      zoneName: 'KR-2',
      regionCode: 'KR',
      zoneDescription: 'Pyeongchon zone',
    });
    expect(zones.every((zone) => zone.regionCode === 'KR')).toBe(true);
  });
});
