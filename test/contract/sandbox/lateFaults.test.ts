import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get } from './rawCall';

const assignAction = '/vserver/v2/assignSecondaryIps';
const list = '/vserver/v2/getNetworkInterfaceList';

describe('faults of a service that is behind', () => {
  const clock = { now: 0 };
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox({ now: () => clock.now });
  });
  beforeEach(async () => {
    clock.now = Date.parse('2026-03-01T00:00:00Z');
    await sandbox.reset();
  });
  afterAll(() => sandbox.close());

  const call = (path: string, params: Readonly<Record<string, string>>, signal?: AbortSignal) =>
    get(sandbox, path, params, { timestamp: clock.now, ...(signal && { signal }) });
  const assign = (address = '10.0.10.9', signal?: AbortSignal) =>
    call(assignAction, { networkInterfaceNo: '701236', 'secondaryIpList.1': address }, signal);
  const read = async (no = '701236') =>
    (await call(list, { 'networkInterfaceNoList.1': no })).rows()[0]?.secondaryIpList;

  describe('late', () => {
    it('loses the answer and carries the change out when its time has come, without a timer', async () => {
      await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late' }]);
      await expect(assign()).rejects.toThrow('fetch failed');
      clock.now += 9_999;
      expect([await read(), (await sandbox.requests())[0]?.applied]).toEqual([[], false]);
      clock.now += 1;
      expect(await read()).toEqual(['10.0.10.9']);
      expect((await sandbox.requests())[0]).toMatchObject({ fault: 'late', applied: true });
      expect((await sandbox.requests())[0]).not.toHaveProperty('status');
    });

    it('shows in the state and in the log although nobody has called since', async () => {
      await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late', ms: 500 }]);
      await expect(assign()).rejects.toThrow('fetch failed');
      clock.now += 500;
      expect((await sandbox.requests())[0]?.applied).toBe(true);
      const row = (await sandbox.state()).regions[0]?.interfaces.find((one) => one.networkInterfaceNo === '701236');
      expect(row?.secondaryIpList).toEqual(['10.0.10.9']);
    });

    it.each([
      ['503', 503, '500'],
      ['504', 504, '510'],
    ])('may answer %s instead of ending the connection', async (answer, status, code) => {
      await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late', answer, ms: 1 }]);
      const lost = await assign();
      expect([lost.status, lost.code()]).toEqual([status, code]);
      clock.now += 1;
      expect(await read()).toEqual(['10.0.10.9']);
    });

    it('may say nothing at all', async () => {
      await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late', answer: 'stall', ms: 1 }]);
      const controller = new AbortController();
      const lost = assign('10.0.10.9', controller.signal);
      await expect.poll(async () => (await sandbox.requests())[0]?.fault).toBe('late');
      controller.abort();
      await expect(lost).rejects.toThrow('aborted');
      expect(await read()).toEqual([]);
      clock.now += 1;
      expect(await read()).toEqual(['10.0.10.9']);
    });

    it('asks the rules of the product when it is carried out', async () => {
      await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late' }]);
      await expect(assign()).rejects.toThrow('fetch failed');
      await sandbox.change({ assign: { networkInterfaceNo: '701252', address: '10.0.10.9' } });
      clock.now += 10_000;
      expect([await read(), (await sandbox.requests())[0]?.applied]).toEqual([[], false]);
    });

    it('is carried out before a call that comes after its time', async () => {
      await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late' }]);
      await expect(assign()).rejects.toThrow('fetch failed');
      clock.now += 20_000;
      const refused = await call(assignAction, { networkInterfaceNo: '701252', 'secondaryIpList.1': '10.0.10.9' });
      expect(refused.code()).toBe('1002904');
    });

    it('is never carried out for a signature that does not fit', async () => {
      await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late', answer: '504', ms: 0 }]);
      await get(
        sandbox,
        assignAction,
        { networkInterfaceNo: '701236', 'secondaryIpList.1': '10.0.10.9' },
        { timestamp: clock.now, key: { ...sandbox, secretKey: 'wrong' } },
      );
      expect(await read()).toEqual([]);
    });
  });

  describe('laggingList', () => {
    it('shows what was before the last change until the faults are cleared, whatever happens meanwhile', async () => {
      await assign('10.0.10.8');
      await assign('10.0.10.9');
      await sandbox.faults([{ action: '*', fault: 'laggingList' }]);
      expect(await read()).toEqual(['10.0.10.8']);
      await assign('10.0.10.10');
      for (let index = 0; index < 5; index++) expect(await read()).toEqual(['10.0.10.8']);
      await sandbox.clearFaults();
      expect(await read()).toEqual(['10.0.10.8', '10.0.10.9', '10.0.10.10']);
    });

    it('may show the moment it was ordered in, so that it hides the changes that follow', async () => {
      await assign('10.0.10.8');
      await sandbox.faults([{ action: '*', fault: 'laggingList', since: 'order', ms: 60_000 }]);
      await assign('10.0.10.9');
      clock.now += 59_999;
      expect(await read()).toEqual(['10.0.10.8']);
      clock.now += 1;
      expect(await read()).toEqual(['10.0.10.8', '10.0.10.9']);
    });

    it('ends after as many reads as ordered', async () => {
      await assign();
      await sandbox.faults([{ action: '*', fault: 'laggingList', times: 2 }]);
      expect([await read(), await read(), await read()]).toEqual([[], [], ['10.0.10.9']]);
    });
  });

  describe('slowDown', () => {
    it('answers 429 and lets somebody else act while the client waits', async () => {
      await sandbox.faults([
        {
          action: 'assignSecondaryIps',
          fault: 'slowDown',
          retryAfter: 3,
          assign: { networkInterfaceNo: '701252', address: '10.0.10.9' },
        },
      ]);
      const slow = await assign();
      expect([slow.status, slow.code(), slow.headers.get('retry-after')]).toEqual([429, '420', '3']);
      expect(await read('701252')).toContain('10.0.10.9');
      expect((await assign()).code()).toBe('1002904');
    });

    it('meets reads too, with nobody else about', async () => {
      await sandbox.faults([{ action: '*', fault: 'slowDown' }]);
      expect((await call(list, {})).status).toBe(429);
      expect((await call(list, {})).status).toBe(200);
    });
  });
});
