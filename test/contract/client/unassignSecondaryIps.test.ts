import { describe, expect, it } from 'vitest';
import { startClient, ways } from './startClient';

const request = { regionCode: 'KR', networkInterfaceNo: '701237', secondaryIpList: ['10.0.10.20', '10.0.10.99'] };

describe('unassignSecondaryIps', () => {
  describe('request', () => {
    it.each(ways)('by $method for $responseFormatType arrives with every documented parameter', async (way) => {
      const { api, sandbox } = await startClient(way);
      await api.unassignSecondaryIps(request);
      const [arrived] = await sandbox.requests();
      expect(arrived).toMatchObject({ method: way.method, action: 'unassignSecondaryIps', applied: true });
      expect(arrived?.params).toEqual({
        regionCode: 'KR',
        networkInterfaceNo: '701237',
        'secondaryIpList.1': '10.0.10.20',
        'secondaryIpList.2': '10.0.10.99',
        responseFormatType: way.responseFormatType,
      });
    });

    it('without addresses is not sent: there is no "unassign all"', async () => {
      const { api, sandbox } = await startClient();
      await expect(api.unassignSecondaryIps({ ...request, secondaryIpList: [] })).rejects.toMatchObject({
        details: { kind: 'invalidRequest', effect: 'none' },
      });
      expect(await sandbox.requests()).toEqual([]);
    });
  });

  describe('response', () => {
    it.each(ways)('by $method as $responseFormatType shows what is left', async (way) => {
      const { api } = await startClient(way);
      const { networkInterface } = await api.unassignSecondaryIps(request);
      expect(networkInterface).toMatchObject({ networkInterfaceNo: '701237', secondaryIpList: ['10.0.10.21'] });
    });

    it('is no error for an address the interface does not hold', async () => {
      const { api } = await startClient();
      const { networkInterface } = await api.unassignSecondaryIps({ ...request, secondaryIpList: ['10.0.10.99'] });
      expect(networkInterface?.secondaryIpList).toEqual(['10.0.10.21', '10.0.10.20']);
    });
  });
});
