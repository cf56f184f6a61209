import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get, rawCall } from './rawCall';

const action = '/vserver/v2/assignSecondaryIps';

describe('assignSecondaryIps', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const assign = (networkInterfaceNo: string, params: Readonly<Record<string, string>>) =>
    get(sandbox, action, { regionCode: 'KR', networkInterfaceNo, ...params });
  const interfaceOf = async (no: string) => {
    const { regions } = await sandbox.state();
    return regions.flatMap(({ interfaces }) => interfaces).find((row) => row.networkInterfaceNo === no)!;
  };
  const refusal = async (networkInterfaceNo: string, params: Readonly<Record<string, string>>) => {
    const before = (await sandbox.state()).regions;
    const answer = await assign(networkInterfaceNo, params);
    expect((await sandbox.state()).regions).toEqual(before);
    expect(answer.json()).toHaveProperty('responseError.returnMessage');
    return [answer.status, answer.code()];
  };

  describe('request', () => {
    it('as documented is answered as documented: given addresses first, then automatic ones, status SET', async () => {
      const answer = await rawCall(
        sandbox,
        `${action}?regionCode=KR&networkInterfaceNo=701236&secondaryIpList.1=10.0.10.11&secondaryIpCount=1&allowReassign=true&responseFormatType=json`,
      );
      expect(answer.status).toBe(200);
      expect(answer.json()).toEqual({
        assignSecondaryIpsResponse: {
          totalRows: 1,
          networkInterfaceList: [
            {
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
              networkInterfaceDescription: '',
              secondaryIpList: ['10.0.10.11', '10.0.10.8'],
            },
          ],
          requestId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
          returnCode: '0',
          returnMessage: 'success',
        },
      });
      expect(Object.keys(answer.content())).toEqual([
        'totalRows',
        'networkInterfaceList',
        'requestId',
        'returnCode',
        'returnMessage',
      ]);
    });

    it('by POST with a form does the same', async () => {
      const form = {
        regionCode: 'KR',
        networkInterfaceNo: '701236',
        'secondaryIpList.1': '10.0.10.40',
        'secondaryIpList.2': '10.0.10.9',
        responseFormatType: 'json',
      };
      const answer = await rawCall(sandbox, action, { form });
      expect(answer.rows()).toMatchObject([{ secondaryIpList: ['10.0.10.40', '10.0.10.9'] }]);
    });

    it('adds to what is there', async () => {
      await assign('701237', { secondaryIpCount: '2' });
      expect((await interfaceOf('701237')).secondaryIpList).toEqual([
        '10.0.10.21',
        '10.0.10.20',
        '10.0.10.8',
        '10.0.10.9',
      ]);
    });

    it('without a region means the first one', async () => {
      const answer = await get(sandbox, action, { networkInterfaceNo: '701236', secondaryIpCount: '1' });
      expect(answer.status).toBe(200);
      expect((await get(sandbox, action, { networkInterfaceNo: '801001', secondaryIpCount: '1' })).status).toBe(400);
    });

    it('works for an unattached interface, which settles as NOTUSED again', async () => {
      const answer = await assign('701251', { secondaryIpCount: '1' });
      expect(answer.rows()).toMatchObject([{ networkInterfaceStatus: { code: 'SET' } }]);
      expect((await interfaceOf('701251')).networkInterfaceStatus.code).toBe('NOTUSED');
    });

    it('counts an address given twice once', async () => {
      await assign('701237', {
        'secondaryIpList.1': '10.0.10.9',
        'secondaryIpList.2': '10.0.10.9',
        secondaryIpCount: '2',
      });
      expect((await interfaceOf('701237')).secondaryIpList).toHaveLength(5);
    });

    it('takes an address that another VPC uses as well', async () => {
      const answer = await assign('701236', { 'secondaryIpList.1': '10.0.10.11' });
      expect(answer.status).toBe(200);
      expect((await interfaceOf('701270')).secondaryIpList).toEqual(['10.0.10.11']);
    });
  });

  describe('response to a broken rule', () => {
    it.each([
      ['no interface named', '', { secondaryIpCount: '1' }, '900'],
      ['an interface nobody knows', '999999', { secondaryIpCount: '1' }, '1002901'],
      ['neither list nor count', '701236', {}, '900'],
      ['a count of nothing', '701236', { secondaryIpCount: '0' }, '900'],
      ['a count of six', '701236', { secondaryIpCount: '6' }, '1100000'],
      ['a count in words', '701236', { secondaryIpCount: 'two' }, '1100000'],
      ['a name instead of an address', '701236', { 'secondaryIpList.1': 'web-01' }, '1002911'],
      ['an octal address', '701236', { 'secondaryIpList.1': '10.0.10.011' }, '1002911'],
      ['an address of another subnet', '701236', { 'secondaryIpList.1': '10.0.11.20' }, '1002902'],
      ['the network address', '701236', { 'secondaryIpList.1': '10.0.10.0' }, '1002903'],
      ['the sixth address', '701236', { 'secondaryIpList.1': '10.0.10.5' }, '1002903'],
      ['the last address', '701236', { 'secondaryIpList.1': '10.0.10.255' }, '1002903'],
      ['its own primary address', '701236', { 'secondaryIpList.1': '10.0.10.14' }, '1002904'],
      ["somebody's primary address", '701236', { 'secondaryIpList.1': '10.0.10.6', allowReassign: 'true' }, '1002904'],
      ["somebody's secondary address", '701236', { 'secondaryIpList.1': '10.0.10.20' }, '1002904'],
      ['more than there is room for', '701237', { secondaryIpCount: '4' }, '1002905'],
      ['more than the subnet has left', '701245', { secondaryIpCount: '1' }, '1002906'],
      ['an interface being configured', '701246', { secondaryIpCount: '1' }, '1002907'],
      ['an interface being removed', '701247', { secondaryIpCount: '1' }, '1002907'],
      ['maybe as a boolean', '701236', { secondaryIpCount: '1', allowReassign: 'maybe' }, '1100000'],
      [
        'one good address and one bad',
        '701236',
        { 'secondaryIpList.1': '10.0.10.9', 'secondaryIpList.2': '10.0.10.6' },
        '1002904',
      ],
    ])('refuses %s and changes nothing', async (_what, no, params: Record<string, string>, code) => {
      expect(await refusal(no, params)).toEqual([400, code]);
    });

    it('refuses six addresses', async () => {
      const six = [40, 41, 42, 43, 44, 45].map(
        (last, index) => [`secondaryIpList.${index + 1}`, `10.0.10.${last}`] as const,
      );
      expect(await refusal('701236', Object.fromEntries(six))).toEqual([400, '1002905']);
    });

    it('refuses a region nobody knows', async () => {
      expect(await refusal('701236', { regionCode: 'ATL', secondaryIpCount: '1' })).toEqual([400, '1100000']);
    });
  });

  describe('allowReassign', () => {
    it('takes a secondary address from its holder, and both interfaces are SET', async () => {
      await sandbox.reset({ delay: 60_000 });
      await assign('701236', { 'secondaryIpList.1': '10.0.10.20', allowReassign: 'true' });
      const [gainer, loser] = [await interfaceOf('701236'), await interfaceOf('701237')];
      expect([gainer.secondaryIpList, loser.secondaryIpList]).toEqual([['10.0.10.20'], ['10.0.10.21']]);
      expect([gainer.networkInterfaceStatus.code, loser.networkInterfaceStatus.code]).toEqual(['SET', 'SET']);
    });

    it('takes from several holders at once', async () => {
      await assign('701236', {
        'secondaryIpList.1': '10.0.10.20',
        'secondaryIpList.2': '10.0.10.30',
        allowReassign: 'true',
      });
      expect((await interfaceOf('701236')).secondaryIpList).toEqual(['10.0.10.20', '10.0.10.30']);
      expect((await interfaceOf('701237')).secondaryIpList).toEqual(['10.0.10.21']);
      expect((await interfaceOf('701252')).secondaryIpList).toEqual(['10.0.10.31']);
    });

    it('does not take from an interface that is being changed', async () => {
      await sandbox.reset({ delay: 60_000 });
      await assign('701237', { secondaryIpCount: '1' });
      expect(await refusal('701236', { 'secondaryIpList.1': '10.0.10.20', allowReassign: 'true' })).toEqual([
        400,
        '1002907',
      ]);
    });

    it.each(['true', 'false'])('%s: an address it holds already is no error and no change', async (allowReassign) => {
      const answer = await assign('701237', { 'secondaryIpList.1': '10.0.10.20', allowReassign });
      expect(answer.status).toBe(200);
      expect(answer.rows()).toMatchObject([
        { secondaryIpList: ['10.0.10.21', '10.0.10.20'], networkInterfaceStatus: { code: 'USED' } },
      ]);
    });
  });

  it('leaves the interface SET for the delay, and USED after it', async () => {
    let now = Date.now();
    const slow = await startTestSandbox({ delay: 3000, now: () => now });
    const status = async () => {
      const { regions } = await slow.state();
      return regions[0]?.interfaces.find((row) => row.networkInterfaceNo === '701236')?.networkInterfaceStatus.code;
    };
    await rawCall(slow, `${action}?networkInterfaceNo=701236&secondaryIpCount=1`, { timestamp: now });
    now += 2999;
    expect(await status()).toBe('SET');
    now += 1;
    expect(await status()).toBe('USED');
    await slow.close();
  });

  it('lets changes of busy interfaces through when started so', async () => {
    await sandbox.reset({ acceptBusy: true });
    expect((await assign('701246', { secondaryIpCount: '1' })).status).toBe(200);
    await sandbox.reset({ acceptBusy: false });
  });
});
