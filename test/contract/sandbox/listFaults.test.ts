import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get, rawCall } from './rawCall';

const assignAction = '/vserver/v2/assignSecondaryIps';
const list = '/vserver/v2/getNetworkInterfaceList';

describe('faults of what the service says', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const assign = (address = '10.0.10.9') =>
    get(sandbox, assignAction, { networkInterfaceNo: '701236', 'secondaryIpList.1': address });
  const truth = async (no = '701236') =>
    (await sandbox.state()).regions[0]!.interfaces.find((row) => row.networkInterfaceNo === no);
  const page = async (pageNo: number, pageSize = 6) =>
    get(sandbox, list, { pageNo: String(pageNo), pageSize: String(pageSize) });
  const numbers = (answer: Awaited<ReturnType<typeof get>>) => answer.rows().map((row) => row.networkInterfaceNo);

  describe('in the answer of a change that was carried out', () => {
    it('noListAnswer: success and no list', async () => {
      await sandbox.faults([{ action: '*', fault: 'noListAnswer' }]);
      const answer = await assign();
      expect(Object.keys(answer.content())).toEqual(['requestId', 'returnCode', 'returnMessage']);
      expect([answer.status, answer.code()]).toEqual([200, '0']);
      expect((await truth())?.secondaryIpList).toEqual(['10.0.10.9']);
    });

    it('emptyListAnswer: no row, although one is counted', async () => {
      await sandbox.faults([{ action: '*', fault: 'emptyListAnswer' }]);
      expect((await assign()).content()).toMatchObject({ totalRows: 1, networkInterfaceList: [], returnCode: '0' });
      expect((await truth())?.secondaryIpList).toEqual(['10.0.10.9']);
    });

    it('oldListAnswer: the interface as it was', async () => {
      await assign('10.0.10.8');
      await sandbox.faults([{ action: '*', fault: 'oldListAnswer' }]);
      const [row] = (await assign()).rows();
      expect(row).toMatchObject({ networkInterfaceNo: '701236', secondaryIpList: ['10.0.10.8'] });
      expect((await truth())?.secondaryIpList).toEqual(['10.0.10.8', '10.0.10.9']);
    });

    it('oldListAnswer keeps the answer of a call that changed nothing', async () => {
      await assign();
      await sandbox.faults([{ action: '*', fault: 'oldListAnswer' }]);
      expect((await assign()).rows()).toMatchObject([{ secondaryIpList: ['10.0.10.9'] }]);
    });

    it('oldListAnswer keeps a refusal as it is', async () => {
      await sandbox.faults([{ action: '*', fault: 'oldListAnswer' }]);
      expect((await assign('10.0.10.6')).code()).toBe('1002904');
    });
  });

  describe('in lists', () => {
    it('listAbsent: 200 without the list', async () => {
      await sandbox.faults([{ action: 'getSubnetList', fault: 'listAbsent' }]);
      const answer = await get(sandbox, '/vpc/v2/getSubnetList');
      expect([answer.status, answer.code(), answer.rows()]).toEqual([200, '0', undefined]);
    });

    it('listEmpty: no rows beside their number', async () => {
      await sandbox.faults([{ action: '*', fault: 'listEmpty' }]);
      const content = (await get(sandbox, list)).content();
      expect(content.networkInterfaceList).toEqual([]);
      expect(content.totalRows).toBeGreaterThan(0);
    });

    it('rowMalformed: one row that has its number only', async () => {
      await sandbox.faults([{ action: '*', fault: 'rowMalformed', row: 1 }]);
      const rows = (await get(sandbox, list)).rows();
      expect(rows.map((row) => Object.keys(row).length === 1)).toEqual(rows.map((_row, index) => index === 1));
      expect(rows[1]).toHaveProperty('networkInterfaceNo');
    });

    it('rowMalformed: the first row without the fields named', async () => {
      await sandbox.faults([{ action: '*', fault: 'rowMalformed', fields: ['networkInterfaceNo', 'ip'] }]);
      const [row] = (await get(sandbox, list)).rows();
      expect(row).not.toHaveProperty('networkInterfaceNo');
      expect(row).not.toHaveProperty('ip');
      expect(row).toHaveProperty('secondaryIpList');
    });

    it('rowSwapped: a row goes and one comes between two pages, so that another is on no page', async () => {
      const all = numbers(await get(sandbox, list));
      await sandbox.faults([{ action: '*', fault: 'rowSwapped', networkInterfaceNo: all[0] }]);
      const pages = [await page(1), await page(2), await page(3)];
      const met = pages.flatMap(numbers);
      expect(pages.map((answer) => answer.content().totalRows)).toEqual([all.length, all.length, all.length]);
      expect(new Set(met).size).toBe(all.length);
      expect(all.filter((no) => !met.includes(no))).toEqual([all[6]]);
      expect([await truth(String(all[0])), await truth(String(met.at(-1)))]).toEqual([undefined, expect.anything()]);
    });

    it('rowSwapped with repeat: another order, so that a row is on two pages and one on none', async () => {
      const all = numbers(await get(sandbox, list));
      await sandbox.faults([{ action: '*', fault: 'rowSwapped', repeat: true, times: 2 }]);
      const met = [await page(1), await page(2), await page(3)].flatMap(numbers);
      expect(met).toHaveLength(all.length);
      expect(all.filter((no) => !met.includes(no))).toEqual([all[6]]);
      expect(numbers(await get(sandbox, list))).toEqual(all);
    });
  });

  describe('of whose it is', () => {
    it('ownerChanged: the interface is another machine’s before the call', async () => {
      await sandbox.faults([
        { action: 'getNetworkInterfaceList', fault: 'ownerChanged', networkInterfaceNo: '701240' },
      ]);
      const [row] = (await get(sandbox, list, { 'networkInterfaceNoList.1': '701240' })).rows();
      expect(row).toMatchObject({ instanceNo: '13200799', instanceType: { code: 'VSVR' } });
      expect(await truth('701240')).toMatchObject({ instanceNo: '13200799' });
    });

    it('ownerChanged: or nobody’s, or another product’s', async () => {
      const instanceType = { code: 'VLB', codeName: 'Load Balancer (VPC)' };
      await sandbox.faults([
        { action: '*', fault: 'ownerChanged', networkInterfaceNo: '701240', instanceNo: null },
        { action: '*', fault: 'ownerChanged', networkInterfaceNo: '701251', instanceNo: '13200711', instanceType },
      ]);
      await get(sandbox, list);
      await get(sandbox, list);
      const freed = await truth('701240');
      expect(freed).toMatchObject({ networkInterfaceStatus: { code: 'NOTUSED' } });
      for (const field of ['instanceNo', 'instanceType', 'deviceName']) expect(freed).not.toHaveProperty(field);
      expect(await truth('701251')).toMatchObject({
        instanceNo: '13200711',
        instanceType,
        networkInterfaceStatus: { code: 'USED' },
      });
    });

    it('replace: another interface has the number now', async () => {
      await sandbox.change({ replace: { networkInterfaceNo: '701237', ip: '10.0.20.40', subnetNo: '3105' } });
      expect(await truth('701237')).toMatchObject({ ip: '10.0.20.40', subnetNo: '3105', secondaryIpList: [] });
    });

    it('otherAccount: another account’s lists, and our interfaces are unknown there', async () => {
      await sandbox.faults([{ action: '*', fault: 'otherAccount', times: 4 }]);
      expect((await get(sandbox, list)).content()).toMatchObject({ totalRows: 0, networkInterfaceList: [] });
      expect((await get(sandbox, '/vpc/v2/getVpcList')).rows()).toEqual([]);
      expect((await assign()).code()).toBe('1002901');
      expect((await rawCall(sandbox, '/api/v1/caller-identity')).json()).toMatchObject({ id: '2520001' });
      expect((await rawCall(sandbox, '/api/v1/caller-identity')).json()).toMatchObject({ id: '2510001' });
      expect((await assign()).status).toBe(200);
    });

    it('otherAccount may have interfaces of its own', async () => {
      const ours = numbers(await get(sandbox, list));
      await sandbox.faults([{ action: '*', fault: 'otherAccount', scenario: 'large' }]);
      const theirs = numbers(await get(sandbox, list));
      expect([theirs.length, theirs.some((no) => ours.includes(no))]).toEqual([20, false]);
    });
  });

  describe('that leave open whether it was done', () => {
    const responseError = { returnCode: '1300', returnMessage: 'unknown error' };
    it.each([
      ['unknownError', {}, 400, { responseError }],
      ['unknownError', { http: 200 }, 200, { responseError }],
      ['unknownError', { http: 200, root: 'response' }, 200, { assignSecondaryIpsResponse: responseError }],
      [
        'tryAgain',
        {},
        500,
        { responseError: { returnCode: '1000', returnMessage: 'Please try your call again later.\n' } },
      ],
      ['requestTimeout', {}, 408, 'Request Timeout'],
      ['gatewayTimeout', {}, 504, { error: { errorCode: '510', message: 'Endpoint Timeout', details: '' } }],
    ])('%s %j, carried out or not', async (fault, args, status, body) => {
      await sandbox.faults([
        { action: '*', fault, ...args },
        { action: '*', fault: `${fault}AfterApply`, ...args },
      ]);
      for (const done of [false, true]) {
        const answer = await assign();
        expect([answer.status, typeof body === 'string' ? answer.text : answer.json()]).toEqual([status, body]);
        expect((await truth())?.secondaryIpList).toEqual(done ? ['10.0.10.9'] : []);
        expect((await sandbox.requests()).at(-1)?.applied).toBe(done);
      }
    });
  });
});
