import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import type { OrderedFault } from '../../support/sandboxControls';
import { get, rawCall, type RawOptions } from './rawCall';

const assignAction = '/vserver/v2/assignSecondaryIps';
const list = '/vserver/v2/getNetworkInterfaceList';

describe('faults', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const order = (fault: string, args: Partial<OrderedFault> = {}) =>
    sandbox.faults([{ action: 'assignSecondaryIps', ...args, fault }]);
  const assign = (options: RawOptions = {}) =>
    get(sandbox, assignAction, { networkInterfaceNo: '701236', 'secondaryIpList.1': '10.0.10.9' }, options);
  const target = async () => {
    const { regions } = await sandbox.state();
    return regions[0]!.interfaces.find((row) => row.networkInterfaceNo === '701236')!;
  };
  const isApplied = async () => {
    const [entry] = await sandbox.requests();
    const isThere = (await target()).secondaryIpList.includes('10.0.10.9');
    expect(entry?.applied).toBe(isThere);
    return isThere;
  };

  describe('that answer instead of the product', () => {
    it.each<[string, Partial<OrderedFault>, number, unknown]>([
      ['permission', {}, 401, { error: { errorCode: '210', message: 'Permission Denied', details: '' } }],
      ['throttle', {}, 429, { error: { errorCode: '420', message: 'Rate Limited', details: '' } }],
      ['unavailable', {}, 503, { error: { errorCode: '500', message: 'Endpoint Error', details: '' } }],
      ['gatewayTimeout', {}, 504, { error: { errorCode: '510', message: 'Endpoint Timeout', details: '' } }],
      [
        'error',
        { http: 500, body: { responseError: { returnCode: '1000' } } },
        500,
        { responseError: { returnCode: '1000' } },
      ],
    ])('%s', async (fault, args, status, document) => {
      await order(fault, args);
      const answer = await assign();
      expect([answer.status, answer.json()]).toEqual([status, document]);
      expect(await isApplied()).toBe(false);
      expect((await assign()).status).toBe(200);
    });

    it.each<[string, Partial<OrderedFault>, number, string | null, RegExp]>([
      ['badGateway', {}, 502, 'text/plain', /^Bad Gateway$/],
      ['html', {}, 502, 'text/html', /^<!DOCTYPE html>/],
      ['empty200', {}, 200, 'application/json;charset=UTF-8', /^$/],
      ['error', { http: 418, contentType: 'text/plain', body: 'no tea' }, 418, 'text/plain', /^no tea$/],
    ])('%s, which is no JSON', async (fault, args, status, contentType, body) => {
      await order(fault, args);
      const answer = await assign();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, contentType]);
      expect(answer.text).toMatch(body);
      expect(await isApplied()).toBe(false);
    });

    it('throttle says when to come back only when told to', async () => {
      await sandbox.faults([
        { action: '*', fault: 'throttle', retryAfter: 2 },
        { action: '*', fault: 'throttle' },
      ]);
      const headers = [(await assign()).headers.get('retry-after'), (await assign()).headers.get('retry-after')];
      expect(headers).toEqual(['2', null]);
    });

    it('htmlMessage is written for the console', async () => {
      await order('htmlMessage');
      const answer = await assign();
      expect(answer.status).toBe(400);
      expect(answer.json()).toHaveProperty(
        'responseError.returnMessage',
        expect.stringMatching(/<br>.*<strong>.*&lt;/),
      );
    });

    it('skew refuses the timestamp and shows a clock that is ahead', async () => {
      await order('skew');
      const answer = await assign();
      expect([answer.status, answer.code()]).toEqual([401, '200']);
      const ahead = Date.parse(answer.headers.get('date') ?? '') - Date.now();
      expect(Math.abs(ahead - 7 * 60_000)).toBeLessThan(30_000);
      expect((await assign()).status).toBe(200);
    });

    it('reset ends the connection before anything is applied', async () => {
      await order('reset');
      await expect(assign()).rejects.toThrow('fetch failed');
      expect(await isApplied()).toBe(false);
    });

    it('stall comes to nothing when the client leaves', async () => {
      await order('stall');
      const controller = new AbortController();
      const call = assign({ signal: controller.signal });
      const isStalled = async () => (await sandbox.requests()).some((entry) => entry.fault === 'stall');
      await expect.poll(isStalled).toBe(true);
      controller.abort();
      await expect(call).rejects.toThrow('aborted');
      await expect.poll(async () => (await sandbox.requests())[0]?.left).toBe(true);
      expect(await isApplied()).toBe(false);
    });

    it('stall goes on as usual when the client waits', async () => {
      await order('stall', { ms: 5 });
      expect((await assign()).status).toBe(200);
      expect(await isApplied()).toBe(true);
    });
  });

  describe('that spoil the answer of a call that was carried out', () => {
    it('resetAfterApply ends the connection', async () => {
      await order('resetAfterApply');
      await expect(assign()).rejects.toThrow('fetch failed');
      expect(await isApplied()).toBe(true);
      expect((await sandbox.requests())[0]).not.toHaveProperty('status');
    });

    it('cutOff ends it in the middle of the body', async () => {
      await order('cutOff');
      await expect(assign()).rejects.toThrow('terminated');
      expect(await isApplied()).toBe(true);
    });

    it('stallAfterApply is silent', async () => {
      await order('stallAfterApply');
      const controller = new AbortController();
      const call = assign({ signal: controller.signal });
      await expect.poll(isApplied).toBe(true);
      controller.abort();
      await expect(call).rejects.toThrow('aborted');
      expect((await target()).secondaryIpList).toEqual(['10.0.10.9']);
    });

    it('empty200AfterApply has no body', async () => {
      await order('empty200AfterApply');
      const answer = await assign();
      expect([answer.status, answer.text]).toEqual([200, '']);
      expect(await isApplied()).toBe(true);
    });

    it('unavailableAfterApply says the end point failed', async () => {
      await order('unavailableAfterApply');
      const answer = await assign();
      expect([answer.status, answer.code()]).toEqual([503, '500']);
      expect(await isApplied()).toBe(true);
    });

    it('do not apply what the product refuses', async () => {
      await order('empty200AfterApply');
      await get(sandbox, assignAction, { networkInterfaceNo: '701236', 'secondaryIpList.1': '10.0.10.6' });
      expect(await isApplied()).toBe(false);
    });
  });

  describe('that change the form of the answer', () => {
    it('xmlAnswer: XML although JSON was asked for, refusals too', async () => {
      await order('xmlAnswer', { times: 2 });
      expect((await assign()).text).toContain('<assignSecondaryIpsResponse>');
      const refused = await assign({ key: { ...sandbox, secretKey: 'wrong' } });
      expect(refused.status).toBe(401);
      expect(refused.text).toContain('<errorCode>200</errorCode>');
    });

    it('numberCodes: numbers for strings', async () => {
      await order('numberCodes', { times: 3 });
      expect((await assign()).content().returnCode).toBe(0);
      expect((await assign({ key: { ...sandbox, secretKey: 'wrong' } })).code()).toBe(200);
      expect((await get(sandbox, assignAction)).code()).toBe(900);
    });

    it('missingFields: nothing that is optional', async () => {
      await order('missingFields');
      const [row] = (await assign()).rows();
      expect(row).toMatchObject({ networkInterfaceNo: '701236', ip: '10.0.10.14', secondaryIpList: ['10.0.10.9'] });
      for (const field of ['deviceName', 'instanceType', 'instanceNo', 'macAddress', 'accessControlGroupNoList']) {
        expect(row).not.toHaveProperty(field);
      }
    });

    it('totalRowsDrift: a count that does not fit the rows', async () => {
      await sandbox.faults([{ action: '*', fault: 'totalRowsDrift', by: 3 }]);
      await assign();
      const drifted = await get(sandbox, list, { pageNo: '2', pageSize: '5' });
      const honest = await get(sandbox, list, { pageNo: '2', pageSize: '5' });
      expect(drifted.content().totalRows).toBe(Number(honest.content().totalRows) + 3);
      expect(drifted.rows()).toEqual(honest.rows());
    });
  });

  describe('of the network itself', () => {
    it('stuckSet leaves the touched interfaces SET until they are settled by hand', async () => {
      await order('stuckSet');
      await assign();
      expect(await target()).toMatchObject({ networkInterfaceStatus: { code: 'SET' }, settlesAt: 'never' });
      await sandbox.settle('701236');
      expect(await target()).toMatchObject({ networkInterfaceStatus: { code: 'USED' } });
    });

    it('staleList answers one read with the state before the last change', async () => {
      await sandbox.faults([{ action: '*', fault: 'staleList' }]);
      await assign();
      const read = async () =>
        (await get(sandbox, list, { 'networkInterfaceNoList.1': '701236' })).rows()[0]?.secondaryIpList;
      expect([await read(), await read()]).toEqual([[], ['10.0.10.9']]);
    });

    it('foreignChange happens just before the call', async () => {
      await order('foreignChange', { assign: { networkInterfaceNo: '701252', address: '10.0.10.9' } });
      const answer = await assign();
      expect([answer.status, answer.code()]).toEqual([400, '1002904']);
    });

    it('foreignChange may take an address or an interface away', async () => {
      await sandbox.faults([
        {
          action: 'getNetworkInterfaceList',
          fault: 'foreignChange',
          unassign: { networkInterfaceNo: '701237', address: '10.0.10.21' },
        },
        { action: 'assignSecondaryIps', fault: 'foreignChange', remove: { networkInterfaceNo: '701236' } },
      ]);
      const [row] = (await get(sandbox, list, { 'networkInterfaceNoList.1': '701237' })).rows();
      expect(row?.secondaryIpList).toEqual(['10.0.10.20']);
      expect((await assign()).code()).toBe('1002901');
    });
  });

  describe('in the queue', () => {
    it('wait for their action, act in order, and as often as ordered', async () => {
      await sandbox.faults([
        { action: 'getRegionList', fault: 'unavailable' },
        { action: 'assignSecondaryIps', fault: 'throttle', times: 2 },
        { action: '*', fault: 'gatewayTimeout' },
      ]);
      const statuses = [];
      for (let index = 0; index < 4; index++) statuses.push((await assign()).status);
      expect(statuses).toEqual([429, 429, 504, 200]);
      expect((await get(sandbox, '/vserver/v2/getRegionList')).status).toBe(503);
    });

    it('meet caller-identity under its last part', async () => {
      await sandbox.faults([{ action: 'caller-identity', fault: 'permission' }]);
      expect((await rawCall(sandbox, '/api/v1/caller-identity')).code()).toBe('210');
    });

    it('are refused by an unknown name, and all of that order with it', async () => {
      const faults = [
        { action: '*', fault: 'throttle' },
        { action: '*', fault: 'toString' },
      ];
      await expect(sandbox.faults(faults)).rejects.toThrow(/Unknown fault \\"toString\\"\. Known: skew, /);
      expect((await assign()).status).toBe(200);
    });
  });
});
