import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get } from './rawCall';

describe('reading what interfaces belong to', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());

  const column = async (path: string, field: string, params: Readonly<Record<string, string>> = {}) =>
    (await get(sandbox, path, params)).rows().map((row) => row[field]);

  it('getRegionList names the regions, the default one first', async () => {
    const answer = await get(sandbox, '/vserver/v2/getRegionList');
    expect(answer.rows()).toEqual([
      { regionCode: 'KR', regionName: 'Korea' },
      { regionCode: 'JPN', regionName: 'Japan(New)' },
    ]);
  });

  it('getZoneList names the zones of the region', async () => {
    expect(await column('/vserver/v2/getZoneList', 'zoneCode')).toEqual(['KR-2', 'KR-1']);
    expect(await column('/vserver/v2/getZoneList', 'zoneCode', { regionCode: 'JPN' })).toEqual(['JPN-4', 'JPN-5']);
    expect((await get(sandbox, '/vserver/v2/getZoneList')).rows()[0]).toEqual({
      zoneName: 'KR-2',
      zoneCode: 'KR-2',
      regionCode: 'KR',
      zoneDescription: 'Pyeongchon zone',
    });
  });

  it('getVpcList shows the documented VPC', async () => {
    const answer = await get(sandbox, '/vpc/v2/getVpcList', { 'vpcNoList.1': '1204' });
    expect(answer.rows()).toEqual([
      {
        vpcNo: '1204',
        vpcName: 'prod-vpc',
        ipv4CidrBlock: '10.0.0.0/16',
        vpcStatus: { code: 'RUN', codeName: 'run' },
        regionCode: 'KR',
        createDate: '2026-01-05T14:20:11+0900',
      },
    ]);
  });

  it('getVpcList shows a VPC of type TRANSIT when the sandbox is to have one', async () => {
    const transit = await startTestSandbox({ transitVpc: true });
    const vpcs = (await get(transit, '/vpc/v2/getVpcList')).rows();
    const subnets = (await get(transit, '/vpc/v2/getSubnetList', { vpcNo: '1210' })).rows();
    await transit.close();
    expect(vpcs.map((row) => row.vpcNo)).toEqual(['1204', '1207', '1210']);
    expect(vpcs[2]).toMatchObject({ vpcName: 'transit-vpc', vpcType: { code: 'TRANSIT' } });
    expect(subnets).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['vpcName', { vpcName: '개발-vpc' }, ['1207']],
    ['vpcStatusCode', { vpcStatusCode: 'RUN' }, ['1204', '1207']],
    ['a status that no VPC has', { vpcStatusCode: 'INIT' }, []],
    ['regionCode', { regionCode: 'JPN' }, ['2301']],
    ['pages, which this list does not have', { pageNo: '2' }, ['1204', '1207']],
  ])('getVpcList takes %s', async (_what, params, expected) => {
    expect(await column('/vpc/v2/getVpcList', 'vpcNo', params)).toEqual(expected);
  });

  it.each<[string, string, string, string]>([
    ['/vpc/v2/getVpcDetail', 'vpcNo', '1207', '9'],
    ['/vpc/v2/getSubnetDetail', 'subnetNo', '3104', '9'],
    ['/vserver/v2/getServerInstanceDetail', 'serverInstanceNo', '10423318', '9'],
  ])('%s gives one, or none with HTTP 200, and wants its number', async (path, name, known, unknown) => {
    expect(await column(path, name, { [name]: known })).toEqual([known]);
    expect(await column(path, name, { [name]: unknown })).toEqual([]);
    expect((await get(sandbox, path)).code()).toBe('900');
  });

  it('getSubnetList shows a documented subnet', async () => {
    const answer = await get(sandbox, '/vpc/v2/getSubnetList', { 'subnetNoList.1': '3104' });
    expect(answer.rows()).toEqual([
      {
        subnetNo: '3104',
        vpcNo: '1204',
        zoneCode: 'KR-2',
        subnetName: 'web-pub',
        subnet: '10.0.10.0/24',
        subnetStatus: { code: 'RUN', codeName: 'run' },
        createDate: '2026-01-05T14:22:07+0900',
        subnetType: { code: 'PUBLIC', codeName: 'Public' },
        usageType: { code: 'GEN', codeName: 'General' },
        networkAclNo: '2231',
      },
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['subnetName', { subnetName: 'db-priv' }, ['3105']],
    ['subnet', { subnet: '10.0.10.0/24' }, ['3104', '3201']],
    ['subnetTypeCode', { subnetTypeCode: 'PUBLIC', vpcNo: '1207' }, ['3201']],
    ['usageTypeCode LOADB', { usageTypeCode: 'LOADB' }, ['3107']],
    ['usageTypeCode NATGW', { usageTypeCode: 'NATGW' }, ['3108']],
    ['usageTypeCode BM', { usageTypeCode: 'BM' }, ['3109']],
    ['networkAclNo', { networkAclNo: '2234' }, ['3201', '3202']],
    ['subnetStatusCode', { subnetStatusCode: 'CREATING' }, []],
    ['vpcNo', { vpcNo: '1207' }, ['3201', '3202']],
    ['zoneCode', { zoneCode: 'KR-1', vpcNo: '1204' }, ['3106', '3109']],
    ['pages', { pageNo: '2', pageSize: '3' }, ['3107', '3108', '3109']],
  ])('getSubnetList takes %s', async (_what, params, expected) => {
    expect(await column('/vpc/v2/getSubnetList', 'subnetNo', params)).toEqual(expected);
  });

  it('getServerInstanceList shows the documented server with the numbers of its interfaces', async () => {
    const answer = await get(sandbox, '/vserver/v2/getServerInstanceList', { serverName: 'web-01' });
    expect(answer.rows()).toMatchObject([
      {
        serverInstanceNo: '10423318',
        serverName: 'web-01',
        memorySize: 8589934592,
        publicIpInstanceNo: '10423402',
        publicIp: '203.0.113.24',
        serverInstanceStatus: { code: 'RUN', codeName: 'Server run state' },
        zoneCode: 'KR-2',
        vpcNo: '1204',
        subnetNo: '3104',
        networkInterfaceNoList: ['701236', '701240'],
        hypervisorType: { code: 'XEN', codeName: 'XEN' },
        placementGroupNo: '',
      },
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['vpcNo', { vpcNo: '1207' }, ['dev-web-01']],
    ['serverInstanceNoList', { 'serverInstanceNoList.1': '10423331' }, ['db-01']],
    ['serverInstanceStatusCode NSTOP', { serverInstanceStatusCode: 'NSTOP' }, ['결제-배치']],
    ['serverInstanceStatusCode CREAT', { serverInstanceStatusCode: 'CREAT' }, ['app-01']],
    ['a private ip', { ip: '10.0.20.10' }, ['db-01']],
    ['a public ip', { ip: '203.0.113.24' }, ['web-01']],
    ['hypervisorTypeCodeList', { 'hypervisorTypeCodeList.1': 'KVM', vpcNo: '1207' }, ['dev-web-01']],
    ['baseBlockStorageDiskTypeCode', { baseBlockStorageDiskTypeCode: 'NET', vpcNo: '1207' }, ['dev-web-01']],
    ['baseBlockStorageDiskDetailTypeCode', { baseBlockStorageDiskDetailTypeCode: 'HDD' }, []],
    ['placementGroupNoList', { 'placementGroupNoList.1': '5' }, []],
    ['fabricClusterNo', { fabricClusterNo: '5' }, []],
    ['pages', { pageNo: '2', pageSize: '2' }, ['db-01', '결제-배치']],
    [
      'sorting',
      { sortedBy: 'serverName', sortingOrder: 'DESC', 'hypervisorTypeCodeList.1': 'XEN' },
      ['web-01', 'db-01', 'app-01'],
    ],
    [
      'sorting, ascending by default',
      { sortedBy: 'serverName', 'hypervisorTypeCodeList.1': 'XEN' },
      ['app-01', 'db-01', 'web-01'],
    ],
  ])('getServerInstanceList takes %s', async (_what, params, expected) => {
    expect(await column('/vserver/v2/getServerInstanceList', 'serverName', params)).toEqual(expected);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['vpcNo', { vpcNo: '1204' }, ['1581', '1590']],
    ['accessControlGroupNoList', { 'accessControlGroupNoList.1': '1602' }, ['1602']],
    ['accessControlGroupName', { accessControlGroupName: 'prod-vpc-default-acg' }, ['1581']],
    ['accessControlGroupStatusCode', { accessControlGroupStatusCode: 'SET' }, []],
    ['pages', { pageNo: '1', pageSize: '1' }, ['1581']],
  ])('getAccessControlGroupList takes %s', async (_what, params, expected) => {
    expect(await column('/vserver/v2/getAccessControlGroupList', 'accessControlGroupNo', params)).toEqual(expected);
  });
});
