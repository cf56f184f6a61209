import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get } from './rawCall';

type Params = Readonly<Record<string, string>>;

describe('the life of a network interface', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const call = (action: string, params: Params) => get(sandbox, `/vserver/v2/${action}`, params);
  const statusOf = async (networkInterfaceNo: string) =>
    (await call('getNetworkInterfaceDetail', { networkInterfaceNo })).rows()[0]?.networkInterfaceStatus;
  const inDb = { vpcNo: '1204', subnetNo: '3105', 'accessControlGroupNoList.1': '1581' };
  const create = (params: Params) => call('createNetworkInterface', { ...inDb, ...params });
  const refused = async (action: string, params: Params) => {
    const before = (await sandbox.state()).regions;
    const answer = await call(action, params);
    expect((await sandbox.state()).regions).toEqual(before);
    return [answer.status, answer.code()];
  };

  describe('unassignSecondaryIps', () => {
    const unassign = (networkInterfaceNo: string, ...addresses: string[]) =>
      call('unassignSecondaryIps', {
        networkInterfaceNo,
        ...Object.fromEntries(addresses.map((address, index) => [`secondaryIpList.${index + 1}`, address])),
      });

    it('answers with the interface as it is afterwards, in SET', async () => {
      const answer = await unassign('701243', '10.0.60.8', '10.0.60.7');
      expect(answer.rows()).toMatchObject([
        {
          networkInterfaceStatus: { code: 'SET' },
          secondaryIpList: ['10.0.60.9', '10.0.60.10', '10.0.60.11'],
        },
      ]);
      expect(await statusOf('701243')).toMatchObject({ code: 'USED' });
    });

    it('finds no fault with an address the interface does not hold', async () => {
      const answer = await unassign('701237', '10.0.10.99');
      expect(answer.status).toBe(200);
      expect(answer.rows()).toMatchObject([
        { secondaryIpList: ['10.0.10.21', '10.0.10.20'], networkInterfaceStatus: { code: 'USED' } },
      ]);
    });

    it.each<[string, Params, string]>([
      ['no address', { networkInterfaceNo: '701237' }, '900'],
      ['no interface', { 'secondaryIpList.1': '10.0.10.20' }, '900'],
      ['an unknown interface', { networkInterfaceNo: '9', 'secondaryIpList.1': '10.0.10.20' }, '1002901'],
      ['a busy interface', { networkInterfaceNo: '701246', 'secondaryIpList.1': '10.0.30.9' }, '1002907'],
      ['no address at all in the list', { networkInterfaceNo: '701237', 'secondaryIpList.1': 'all' }, '1002911'],
    ])('refuses %s', async (_what, params, code) => {
      expect(await refused('unassignSecondaryIps', params)).toEqual([400, code]);
    });

    it('frees the address for others', async () => {
      await unassign('701237', '10.0.10.20');
      const answer = await call('assignSecondaryIps', {
        networkInterfaceNo: '701236',
        'secondaryIpList.1': '10.0.10.20',
      });
      expect(answer.status).toBe(200);
    });
  });

  describe('createNetworkInterface', () => {
    it('without a server makes an unattached one with the lowest free address', async () => {
      const [row] = (await create({})).rows();
      expect(row).toMatchObject({
        networkInterfaceName: `nic-${String(row?.networkInterfaceNo)}`,
        subnetNo: '3105',
        deleteOnTermination: false,
        isDefault: false,
        networkInterfaceStatus: { code: 'NOTUSED' },
        ip: '10.0.20.8',
        macAddress: expect.stringMatching(/^F2:20(:[0-9A-F]{2}){4}$/),
        accessControlGroupNoList: ['1581'],
        secondaryIpList: [],
      });
      expect(row).not.toHaveProperty('instanceNo');
      expect(row).not.toHaveProperty('deviceName');
    });

    it('takes name, description, address and secondary addresses', async () => {
      const answer = await create({
        networkInterfaceName: 'new-nic',
        networkInterfaceDescription: '새 인터페이스',
        ip: '10.0.20.50',
        'secondaryIpList.1': '10.0.20.8',
        secondaryIpCount: '2',
      });
      expect(answer.rows()).toMatchObject([
        {
          networkInterfaceName: 'new-nic',
          networkInterfaceDescription: '새 인터페이스',
          ip: '10.0.20.50',
          secondaryIpList: ['10.0.20.8', '10.0.20.9', '10.0.20.12'],
        },
      ]);
    });

    it('leaves the listed addresses alone when it chooses the primary one', async () => {
      const answer = await create({ 'secondaryIpList.1': '10.0.20.8' });
      expect(answer.rows()).toMatchObject([{ ip: '10.0.20.9', secondaryIpList: ['10.0.20.8'] }]);
    });

    it('with a server attaches it: SET, then USED', async () => {
      const [row] = (await create({ serverInstanceNo: '10423325' })).rows();
      expect(row).toMatchObject({
        networkInterfaceStatus: { code: 'SET' },
        deviceName: 'eth1',
        instanceNo: '10423325',
        instanceType: { code: 'VSVR' },
      });
      expect(await statusOf(String(row?.networkInterfaceNo))).toMatchObject({ code: 'USED' });
    });

    it.each<[string, Params, string]>([
      ['a VPC nobody knows', { vpcNo: '1' }, '1100000'],
      ['a subnet nobody knows', { subnetNo: '1' }, '1100000'],
      ['a subnet of another VPC', { subnetNo: '3201' }, '1100000'],
      ['an ACG nobody knows', { 'accessControlGroupNoList.1': '1' }, '1007000'],
      ['an ACG of another VPC', { 'accessControlGroupNoList.1': '1602' }, '1007000'],
      [
        'four ACGs',
        { ...Object.fromEntries([1, 2, 3, 4].map((index) => [`accessControlGroupNoList.${index}`, '1581'])) },
        '1100000',
      ],
      ['a name in capitals', { networkInterfaceName: 'New-nic' }, '1100000'],
      ['a name of two letters', { networkInterfaceName: 'ab' }, '1100000'],
      ['a description of more than 1000 bytes', { networkInterfaceDescription: '가'.repeat(334) }, '1100000'],
      ['a primary address in use', { ip: '10.0.20.100' }, '1002904'],
      ['a reserved primary address', { ip: '10.0.20.3' }, '1002903'],
      ['a primary address outside', { ip: '10.0.10.50' }, '1002902'],
      ['a secondary address in use', { 'secondaryIpList.1': '10.0.20.6' }, '1002904'],
      ['the same address twice', { ip: '10.0.20.50', 'secondaryIpList.1': '10.0.20.50' }, '1002904'],
      ['six secondary addresses', { 'secondaryIpList.1': '10.0.20.50', secondaryIpCount: '5' }, '1002905'],
      ['a full subnet', { subnetNo: '3110' }, '1002906'],
      ['a load balancer subnet', { subnetNo: '3107' }, '1100000'],
      ['a NAT gateway subnet', { subnetNo: '3108' }, '1100000'],
      ['a bare metal subnet', { subnetNo: '3109' }, '1100000'],
      ['bare metal in a general subnet', { isBareMetal: 'true', serverInstanceNo: '10423325' }, '1100000'],
      ['bare metal without a server', { isBareMetal: 'true', subnetNo: '3109' }, '900'],
      ['a server in a public subnet', { subnetNo: '3104', serverInstanceNo: '10423325' }, '1100000'],
      ['a server nobody knows', { serverInstanceNo: '1' }, '1100000'],
      ['a server of another zone', { serverInstanceNo: '10423358' }, '1100000'],
      ['a server with three interfaces', { serverInstanceNo: '10423331' }, '1002909'],
    ])('refuses %s', async (_what, params, code) => {
      expect(await refused('createNetworkInterface', { ...inDb, ...params })).toEqual([400, code]);
    });

    it.each(['vpcNo', 'subnetNo', 'accessControlGroupNoList.1'])('wants %s', async (name) => {
      const params = Object.fromEntries(Object.entries(inDb).filter(([key]) => key !== name));
      expect(await refused('createNetworkInterface', params)).toEqual([400, '900']);
    });
  });

  describe('attach and detach', () => {
    const spare = { serverInstanceNo: '10423325', networkInterfaceNo: '701251', subnetNo: '3105' };

    it('attach gives the next device: SET, then USED', async () => {
      const answer = await call('attachNetworkInterface', spare);
      expect(answer.rows()).toMatchObject([
        {
          deviceName: 'eth1',
          instanceNo: '10423325',
          networkInterfaceStatus: { code: 'SET' },
          deleteOnTermination: false,
        },
      ]);
      expect(await statusOf('701251')).toMatchObject({ code: 'USED' });
      const server = await call('getServerInstanceDetail', { serverInstanceNo: '10423325' });
      expect(server.rows()).toMatchObject([{ networkInterfaceNoList: ['701237', '701251'] }]);
    });

    it('detach leads from UNSET to NOTUSED, and the server is forgotten', async () => {
      const detach = { serverInstanceNo: '10423318', networkInterfaceNo: '701240', subnetNo: '3105' };
      const answer = await call('detachNetworkInterface', detach);
      expect(answer.rows()).toMatchObject([{ networkInterfaceStatus: { code: 'UNSET' }, instanceNo: '10423318' }]);
      const [row] = (await call('getNetworkInterfaceDetail', { networkInterfaceNo: '701240' })).rows();
      expect(row?.networkInterfaceStatus).toMatchObject({ code: 'NOTUSED' });
      for (const field of ['instanceNo', 'instanceType', 'deviceName']) expect(row).not.toHaveProperty(field);
    });

    it.each<[string, string, Params, string]>([
      ['attach without the subnet', 'attachNetworkInterface', { ...spare, subnetNo: '' }, '900'],
      ['attach with another subnet', 'attachNetworkInterface', { ...spare, subnetNo: '3104' }, '1100000'],
      ['attach what is attached', 'attachNetworkInterface', { ...spare, networkInterfaceNo: '701240' }, '1002910'],
      ['attach to a full server', 'attachNetworkInterface', { ...spare, serverInstanceNo: '10423331' }, '1002909'],
      ['attach in another zone', 'attachNetworkInterface', { ...spare, serverInstanceNo: '10423358' }, '1100000'],
      ['attach in another VPC', 'attachNetworkInterface', { ...spare, serverInstanceNo: '10423401' }, '1100000'],
      [
        'detach the default one',
        'detachNetworkInterface',
        { serverInstanceNo: '10423318', networkInterfaceNo: '701236', subnetNo: '3104' },
        '1002908',
      ],
      [
        'detach from another server',
        'detachNetworkInterface',
        { serverInstanceNo: '10423325', networkInterfaceNo: '701240', subnetNo: '3105' },
        '1100000',
      ],
      [
        'detach without the subnet',
        'detachNetworkInterface',
        { serverInstanceNo: '10423318', networkInterfaceNo: '701240' },
        '900',
      ],
      [
        'detach with another subnet',
        'detachNetworkInterface',
        { serverInstanceNo: '10423318', networkInterfaceNo: '701240', subnetNo: '3104' },
        '1100000',
      ],
      [
        'detach what is busy',
        'detachNetworkInterface',
        { serverInstanceNo: '10423358', networkInterfaceNo: '701247', subnetNo: '3106' },
        '1002907',
      ],
    ])('refuses to %s', async (_what, action, params, code) => {
      expect(await refused(action, params)).toEqual([400, code]);
    });
  });

  describe('deleteNetworkInterface', () => {
    it('removes an unattached interface and frees its addresses', async () => {
      const answer = await call('deleteNetworkInterface', { networkInterfaceNo: '701252' });
      expect(answer.rows()).toMatchObject([{ networkInterfaceNo: '701252' }]);
      expect((await call('getNetworkInterfaceDetail', { networkInterfaceNo: '701252' })).rows()).toEqual([]);
      const taken = {
        networkInterfaceNo: '701236',
        'secondaryIpList.1': '10.0.10.30',
        'secondaryIpList.2': '10.0.10.7',
      };
      expect((await call('assignSecondaryIps', taken)).status).toBe(200);
    });

    it.each<[string, Params, string]>([
      ['an attached one', { networkInterfaceNo: '701240' }, '1002910'],
      ['a busy one', { networkInterfaceNo: '701247' }, '1002907'],
      ['an unknown one', { networkInterfaceNo: '1' }, '1002901'],
      ['one that is not named', {}, '900'],
    ])('refuses %s', async (_what, params, code) => {
      expect(await refused('deleteNetworkInterface', params)).toEqual([400, code]);
    });
  });
});
