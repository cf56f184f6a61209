import { describe, expect, it } from 'vitest';
import type { NetworkInterfaceQuery } from '../../../src/api/ncloudApi';
import { arrivals, startClient, ways } from './startClient';

describe('getNetworkInterfaceList', () => {
  describe('request', () => {
    it('asks for whole pages', async () => {
      const { api, sandbox } = await startClient();
      await api.getNetworkInterfaceList({ regionCode: 'KR' });
      expect(arrivals(await sandbox.requests())).toEqual([
        'GET getNetworkInterfaceList regionCode=KR pageNo=1 pageSize=1000',
      ]);
    });

    it.each<[string, Omit<NetworkInterfaceQuery, 'regionCode'>, string[]]>([
      ['numbers', { networkInterfaceNoList: ['701236', '701237'] }, ['701236', '701237']],
      ['the primary address', { ip: '10.0.10.14' }, ['701236']],
      ['secondary addresses', { secondaryIpList: ['10.0.10.20', '10.0.20.100'] }, ['701237', '701242']],
      ['the name', { networkInterfaceName: 'spare-nic' }, ['701251']],
      ['the status', { networkInterfaceStatusCode: 'UNSET' }, ['701247']],
      ['the name of the subnet', { subnetName: 'lb-pub' }, ['701260']],
      ['the device it belongs to', { instanceNo: '10423358' }, ['701247', '701248']],
      ['the default interface', { isDefault: true, serverName: 'db-01' }, ['701242']],
      ['the device name', { deviceName: 'eth2' }, ['701243']],
      ['a Korean server name', { serverName: '결제-배치' }, ['701245']],
    ])('filters by %s, by GET and by POST', async (_what, filter, expected) => {
      const { connect } = await startClient();
      for (const way of ways) {
        const rows = await connect(way).getNetworkInterfaceList({ regionCode: 'KR', ...filter });
        expect(rows.map((row) => row.networkInterfaceNo).sort()).toEqual(expected);
      }
    });
  });

  describe('response', () => {
    it('is the same by GET and POST, as JSON and as XML, and is what the service holds', async () => {
      const { connect, sandbox } = await startClient();
      const [first, ...others] = await Promise.all(
        ways.map((way) => connect(way).getNetworkInterfaceList({ regionCode: 'KR' })),
      );
      for (const other of others) expect(other).toStrictEqual(first);
      const { regions } = await sandbox.state();
      const held = regions.find(({ regionCode }) => regionCode === 'KR')!.interfaces;
      const essence = (
        rows: readonly { networkInterfaceNo: string; ip: string; secondaryIpList: readonly string[] }[],
      ) => rows.map((row) => `${row.networkInterfaceNo} ${row.ip} ${row.secondaryIpList.join(' ')}`).sort();
      expect(essence(first!)).toEqual(essence(held));
    });

    it('lacks what an unattached interface lacks', async () => {
      const { api } = await startClient();
      const [spare] = await api.getNetworkInterfaceList({ regionCode: 'KR', networkInterfaceName: 'spare-nic' });
      for (const name of ['deviceName', 'instanceNo', 'instanceType', 'networkInterfaceDescription'] as const) {
        expect(spare?.[name]).toBeUndefined();
      }
    });

    it('of another region is another list', async () => {
      const { api } = await startClient();
      const [korea, japan] = await Promise.all(
        ['KR', 'JPN'].map((regionCode) => api.getNetworkInterfaceList({ regionCode })),
      );
      expect(japan!.length).toBeGreaterThan(0);
      expect(korea!.map((row) => row.networkInterfaceNo)).not.toContain(japan![0]!.networkInterfaceNo);
    });

    it('of a large account comes whole, in as many calls as there are pages and places where two meet', async () => {
      const { api, sandbox } = await startClient({}, { scenario: 'large', nics: 3_210 });
      const rows = await api.getNetworkInterfaceList({ regionCode: 'KR' });
      expect(new Set(rows.map((row) => row.networkInterfaceNo)).size).toBe(3_210);
      const asked = (await sandbox.requests()).map(({ params: { pageNo, pageSize } }) => `${pageNo}/${pageSize}`);
      expect(asked.sort()).toEqual(['1/1000', '2/1000', '3/1000', '334/3', '4/1000', '429/7', '667/3']);
    });

    it('is read again when its total changed between two pages', async () => {
      const { api, sandbox, log } = await startClient({}, { scenario: 'large', nics: 1_500 });
      await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'totalRowsDrift' }]);
      expect(await api.getNetworkInterfaceList({ regionCode: 'KR' })).toHaveLength(1_500);
      expect(await sandbox.requests()).toHaveLength(5);
      expect(log.lines.filter((line) => line.startsWith('warn'))).toEqual([]);
    });

    it('of an empty account is empty', async () => {
      const { connect } = await startClient({}, { scenario: 'empty' });
      for (const way of ways) expect(await connect(way).getNetworkInterfaceList({ regionCode: 'KR' })).toEqual([]);
    });
  });
});
