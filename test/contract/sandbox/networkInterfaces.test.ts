import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get } from './rawCall';

const list = '/vserver/v2/getNetworkInterfaceList';
const detail = '/vserver/v2/getNetworkInterfaceDetail';

describe('reading network interfaces', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());

  const numbers = async (params: Readonly<Record<string, string>>) =>
    (await get(sandbox, list, { regionCode: 'KR', ...params })).rows().map((row) => row.networkInterfaceNo);

  describe('getNetworkInterfaceList', () => {
    it('without paging gives everything of the region', async () => {
      const { regions } = await sandbox.state();
      for (const { regionCode, interfaces } of regions) {
        const answer = await get(sandbox, list, { regionCode });
        expect(answer.content().totalRows).toBe(interfaces.length);
        expect(answer.rows().map((row) => row.networkInterfaceNo)).toEqual(
          interfaces.map((row) => row.networkInterfaceNo),
        );
      }
    });

    it('shows the three documented interfaces as documented', async () => {
      const common = { deleteOnTermination: false, isDefault: false, enableFlowLog: false, subnetNo: '3105' };
      const answer = await get(sandbox, list, {
        'networkInterfaceNoList.1': '701240',
        'networkInterfaceNoList.2': '701251',
      });
      expect(answer.rows()).toEqual([
        {
          ...common,
          networkInterfaceNo: '701240',
          networkInterfaceName: 'db-vip-nic',
          deviceName: 'eth1',
          networkInterfaceStatus: { code: 'USED', codeName: 'used' },
          instanceType: { code: 'VSVR', codeName: 'Server (VPC)' },
          instanceNo: '10423318',
          ip: '10.0.20.6',
          macAddress: 'F2:20:AF:55:02:7E',
          accessControlGroupNoList: ['1581', '1590'],
          networkInterfaceDescription: 'keepalived pair',
          secondaryIpList: [],
        },
        {
          ...common,
          networkInterfaceNo: '701251',
          networkInterfaceName: 'spare-nic',
          networkInterfaceStatus: { code: 'NOTUSED', codeName: 'not used' },
          ip: '10.0.20.7',
          macAddress: 'F2:20:AF:10:BC:04',
          accessControlGroupNoList: ['1581'],
          networkInterfaceDescription: '',
          secondaryIpList: [],
        },
      ]);
    });

    it.each<[string, Record<string, string>, string[]]>([
      ['subnetName', { subnetName: 'dev-db' }, ['701271']],
      ['networkInterfaceNoList', { 'networkInterfaceNoList.1': '701251', 'networkInterfaceNoList.2': '1' }, ['701251']],
      ['networkInterfaceName', { networkInterfaceName: 'vip-holder' }, ['701252']],
      ['networkInterfaceName, whole names only', { networkInterfaceName: 'vip' }, []],
      ['networkInterfaceStatusCode', { networkInterfaceStatusCode: 'UNSET' }, ['701247']],
      ['ip', { ip: '10.0.20.6' }, ['701240', '701271']],
      ['ip, primary addresses only', { ip: '10.0.10.20' }, []],
      [
        'secondaryIpList, any of',
        { 'secondaryIpList.1': '10.0.10.30', 'secondaryIpList.2': '10.0.10.11' },
        ['701252', '701270'],
      ],
      ['instanceNo', { instanceNo: '10423331' }, ['701242', '701244', '701243']],
      ['isDefault', { isDefault: 'false', subnetName: 'web-pub' }, ['701252']],
      ['deviceName', { deviceName: 'eth2' }, ['701243']],
      ['serverName', { serverName: '결제-배치' }, ['701245']],
      ['several at once', { serverName: 'web-01', deviceName: 'eth1' }, ['701240']],
      ['an empty filter, which is none', { networkInterfaceName: '', subnetName: 'dev-db' }, ['701271']],
    ])('filters by %s', async (_what, params, expected) => {
      expect(await numbers(params)).toEqual(expected);
    });

    it('has no row with HTTP 200 when nothing matches', async () => {
      const answer = await get(sandbox, list, { networkInterfaceName: 'nobody' });
      expect(answer.status).toBe(200);
      expect(answer.content()).toMatchObject({ totalRows: 0, networkInterfaceList: [], returnCode: '0' });
    });
  });

  describe('paging', () => {
    it('cuts the same list into pages, and totalRows counts all matches', async () => {
      const all = await numbers({});
      const pages = await Promise.all([1, 2, 3].map((pageNo) => numbers({ pageNo: String(pageNo), pageSize: '6' })));
      expect(pages.flat()).toEqual(all.slice(0, 18));
      const page = await get(sandbox, list, { pageNo: '2', pageSize: '6' });
      expect(page.content().totalRows).toBe(all.length);
    });

    it('calls both 0 and 1 the first page', async () => {
      expect(await numbers({ pageNo: '0', pageSize: '4' })).toEqual(await numbers({ pageNo: '1', pageSize: '4' }));
    });

    it('ends with empty pages', async () => {
      expect(await numbers({ pageNo: '99', pageSize: '1000' })).toEqual([]);
    });

    it.each<[string, Record<string, string>, string]>([
      ['pageNo without pageSize', { pageNo: '1' }, '900'],
      ['a pageSize of 0', { pageNo: '1', pageSize: '0' }, '1100000'],
      ['a pageSize of 1001', { pageNo: '1', pageSize: '1001' }, '1100000'],
      ['a negative pageNo', { pageNo: '-1', pageSize: '10' }, '1100000'],
    ])('refuses %s', async (_what, params, code) => {
      const answer = await get(sandbox, list, params);
      expect([answer.status, answer.code()]).toEqual([400, code]);
    });
  });

  describe('getNetworkInterfaceDetail', () => {
    it('gives the one interface as the list does', async () => {
      const one = await get(sandbox, detail, { networkInterfaceNo: '701242' });
      const listed = await get(sandbox, list, { 'networkInterfaceNoList.1': '701242' });
      expect(one.rows()).toEqual(listed.rows());
      expect(one.content().totalRows).toBe(1);
    });

    it('gives an empty list with HTTP 200 for a number nobody has', async () => {
      const answer = await get(sandbox, detail, { networkInterfaceNo: '1' });
      expect([answer.status, answer.content().totalRows, answer.rows()]).toEqual([200, 0, []]);
    });

    it('wants its number', async () => {
      const answer = await get(sandbox, detail);
      expect(answer.json()).toEqual({
        responseError: {
          returnCode: '900',
          returnMessage: 'Required field is not specified. location : networkInterfaceNo.',
        },
      });
    });
  });
});
