import { describe, expect, it } from 'vitest';
import { arrivals, startClient, ways } from './startClient';

describe('getNetworkInterfaceDetail', () => {
  describe('request', () => {
    it.each(ways)('by $method for $responseFormatType names region and interface', async (way) => {
      const { api, sandbox } = await startClient(way);
      await api.getNetworkInterfaceDetail('KR', '701243');
      expect(arrivals(await sandbox.requests())).toEqual([
        `${way.method} getNetworkInterfaceDetail regionCode=KR networkInterfaceNo=701243`,
      ]);
    });
  });

  describe('response', () => {
    it.each(ways)('by $method as $responseFormatType is the interface of the list', async (way) => {
      const { api } = await startClient(way);
      const listed = await api.getNetworkInterfaceList({ regionCode: 'KR', networkInterfaceNoList: ['701243'] });
      const detail = await api.getNetworkInterfaceDetail('KR', '701243');
      expect(detail?.secondaryIpList).toHaveLength(5);
      expect([detail]).toStrictEqual(listed);
    });

    it.each(ways)('by $method as $responseFormatType is undefined for an interface that is gone', async (way) => {
      const { api } = await startClient(way);
      expect(await api.getNetworkInterfaceDetail('KR', '999')).toBeUndefined();
    });
  });
});
