import { describe, expect, it } from 'vitest';
import { startClient, ways } from './startClient';

const documented = {
  regionCode: 'KR',
  networkInterfaceNo: '701236',
  secondaryIpList: ['10.0.10.11'],
  secondaryIpCount: 1,
  allowReassign: true,
};

describe('assignSecondaryIps', () => {
  describe('request', () => {
    it.each(ways)('by $method for $responseFormatType arrives with every documented parameter', async (way) => {
      const { api, sandbox } = await startClient(way);
      await api.assignSecondaryIps(documented);
      const [request, ...others] = await sandbox.requests();
      expect(others).toEqual([]);
      expect(request).toMatchObject({ method: way.method, action: 'assignSecondaryIps', status: 200, applied: true });
      expect(request?.params).toEqual({
        regionCode: 'KR',
        networkInterfaceNo: '701236',
        'secondaryIpList.1': '10.0.10.11',
        secondaryIpCount: '1',
        allowReassign: 'true',
        responseFormatType: way.responseFormatType,
      });
    });

    it('leaves out what was not asked for', async () => {
      const { api, sandbox } = await startClient();
      await api.assignSecondaryIps({ regionCode: 'KR', networkInterfaceNo: '701236', secondaryIpCount: 5 });
      const [request] = await sandbox.requests();
      expect(Object.keys(request!.params)).toEqual([
        'regionCode',
        'networkInterfaceNo',
        'secondaryIpCount',
        'responseFormatType',
      ]);
    });

    it('that the document rules out is not sent', async () => {
      const { api, sandbox } = await startClient();
      await expect(api.assignSecondaryIps({ ...documented, secondaryIpCount: 5 })).rejects.toMatchObject({
        details: { kind: 'invalidRequest', effect: 'none' },
      });
      expect(await sandbox.requests()).toEqual([]);
    });
  });

  describe('response', () => {
    it.each(ways)('by $method as $responseFormatType shows the interface right after the call', async (way) => {
      const { api } = await startClient(way);
      const { networkInterface, requestId } = await api.assignSecondaryIps(documented);
      expect(networkInterface).toEqual({
        networkInterfaceNo: '701236',
        networkInterfaceName: 'nic-701236',
        subnetNo: '3104',
        deleteOnTermination: true,
        isDefault: true,
        deviceName: 'eth0',
        networkInterfaceStatus: { code: 'SET', codeName: 'Configuring' },
        instanceType: { code: 'VSVR', codeName: 'Server (VPC)' },
        instanceNo: '10423318',
        ip: '10.0.10.14',
        macAddress: 'F2:20:AF:3C:19:AC',
        enableFlowLog: false,
        accessControlGroupNoList: ['1581'],
        secondaryIpList: ['10.0.10.11', '10.0.10.8'],
      });
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('of a takeover leaves the losing side to be read', async () => {
      const { api } = await startClient();
      const request = { ...documented, secondaryIpList: ['10.0.10.20'], secondaryIpCount: 0 };
      await api.assignSecondaryIps(request);
      const loser = await api.getNetworkInterfaceDetail('KR', '701237');
      expect(loser?.secondaryIpList).toEqual(['10.0.10.21']);
    });

    it.each([
      ['an address in use', { secondaryIpList: ['10.0.10.20'], allowReassign: false }],
      ['a primary address', { secondaryIpList: ['10.0.10.6'] }],
      ['an address outside the subnet', { secondaryIpList: ['10.0.20.9'] }],
      ['a reserved address', { secondaryIpList: ['10.0.10.5'] }],
      ['an interface that does not exist', { networkInterfaceNo: '999' }],
      ['a full interface', { networkInterfaceNo: '701243', secondaryIpList: ['10.0.60.7'] }],
      ['a busy interface', { networkInterfaceNo: '701246', secondaryIpList: ['10.0.30.9'] }],
    ])('to %s is a refusal in the words of the service, without effect', async (_what, change) => {
      const { api, sandbox } = await startClient();
      await expect(api.assignSecondaryIps({ ...documented, ...change })).rejects.toMatchObject({
        details: {
          kind: 'refused',
          layer: 'product',
          effect: 'none',
          http: 400,
          code: expect.stringMatching(/^\d+$/),
          apiMessage: expect.stringMatching(/\w/),
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      });
      expect(await sandbox.requests()).toHaveLength(1);
    });

    it('to a key that may only read is about permission', async () => {
      const { sandbox, connect } = await startClient();
      const api = connect({ credentials: () => Promise.resolve(sandbox.viewer) });
      await expect(api.assignSecondaryIps(documented)).rejects.toMatchObject({
        details: { kind: 'permission', layer: 'gateway', code: '210', effect: 'none' },
      });
    });
  });
});
