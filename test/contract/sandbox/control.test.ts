import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get } from './rawCall';

describe('control', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const assign = (address: string) =>
    get(sandbox, '/vserver/v2/assignSecondaryIps', { networkInterfaceNo: '701236', 'secondaryIpList.1': address });
  const interfaces = async () => (await sandbox.state()).regions.flatMap((region) => region.interfaces);
  const secondaryIps = async (no: string) =>
    (await interfaces()).find((row) => row.networkInterfaceNo === no)?.secondaryIpList;

  it('requests tells what arrived and what became of it, and keeps secrets to itself', async () => {
    await assign('10.0.10.9');
    await assign('10.0.10.6');
    await get(sandbox, '/vserver/v2/nothing', {}, { key: { ...sandbox, secretKey: 'wrong' } });
    const entries = await sandbox.requests();
    expect(entries).toMatchObject([
      {
        seq: 1,
        method: 'GET',
        action: 'assignSecondaryIps',
        params: { networkInterfaceNo: '701236', 'secondaryIpList.1': '10.0.10.9', responseFormatType: 'json' },
        accessKey: `ncpS…${sandbox.accessKey.slice(-4)}`,
        status: 200,
        applied: true,
      },
      { seq: 2, status: 400, applied: false },
      { seq: 3, action: 'nothing', status: 401, applied: false },
    ]);
    const text = JSON.stringify(entries);
    for (const secret of [sandbox.secretKey, sandbox.accessKey, 'signature']) expect(text).not.toContain(secret);
    await sandbox.clearRequests();
    expect(await sandbox.requests()).toEqual([]);
  });

  it('state shows every region with what is in it', async () => {
    const { scenario, regions } = await sandbox.state();
    expect(scenario).toBe('small');
    expect(regions.map((region) => region.regionCode)).toEqual(['KR', 'JPN']);
    expect(regions[0]).toMatchObject({
      vpcs: [{ vpcNo: '1204' }, { vpcNo: '1207' }],
      subnets: expect.arrayContaining([expect.objectContaining({ subnetNo: '3104' })]),
      servers: expect.arrayContaining([expect.objectContaining({ networkInterfaceNoList: ['701236', '701240'] })]),
      interfaces: expect.arrayContaining([
        expect.objectContaining({ networkInterfaceNo: '701246', settlesAt: 'never' }),
      ]),
    });
  });

  it('state tells when an interface settles', async () => {
    const now = Date.now();
    const slow = await startTestSandbox({ delay: 5000, now: () => now });
    const params = { networkInterfaceNo: '701236', secondaryIpCount: '1' };
    await get(slow, '/vserver/v2/assignSecondaryIps', params, { timestamp: now });
    const row = (await slow.state()).regions[0]!.interfaces.find((one) => one.networkInterfaceNo === '701236');
    expect(row).toMatchObject({ settlesAt: now + 5000, networkInterfaceStatus: { code: 'SET' } });
    await slow.close();
  });

  it('settle ends SET and UNSET, of one or of all', async () => {
    const busy = async () =>
      (await interfaces())
        .filter((row) => ['SET', 'UNSET'].includes(row.networkInterfaceStatus.code))
        .map((row) => row.networkInterfaceNo);
    expect(await busy()).toEqual(['701246', '701247']);
    await sandbox.settle('701246');
    expect(await busy()).toEqual(['701247']);
    await sandbox.settle();
    expect(await busy()).toEqual([]);
  });

  it('change moves an address as somebody else would, without a trace in the requests', async () => {
    await sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.20' } });
    expect([await secondaryIps('701236'), await secondaryIps('701237')]).toEqual([['10.0.10.20'], ['10.0.10.21']]);
    await sandbox.change({ unassign: { networkInterfaceNo: '701236', address: '10.0.10.20' } });
    expect(await secondaryIps('701236')).toEqual([]);
    await sandbox.change({ remove: { networkInterfaceNo: '701236' } });
    expect(await secondaryIps('701236')).toBeUndefined();
    expect(await sandbox.requests()).toEqual([]);
  });

  it('change of an interface nobody knows is refused', async () => {
    await expect(sandbox.change({ remove: { networkInterfaceNo: '1' } })).rejects.toThrow('no network interface 1');
  });

  it('change leaves the same address of another VPC alone', async () => {
    await sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.11' } });
    expect(await secondaryIps('701270')).toEqual(['10.0.10.11']);
  });

  it('reset goes back to the seed: network, faults, requests', async () => {
    const before = (await sandbox.state()).regions;
    await assign('10.0.10.9');
    await sandbox.faults([{ action: '*', fault: 'throttle' }]);
    await sandbox.reset();
    expect((await sandbox.state()).regions).toEqual(before);
    expect(await sandbox.requests()).toEqual([]);
    expect((await assign('10.0.10.9')).status).toBe(200);
  });

  it('reset takes another scenario, and no unknown one', async () => {
    await sandbox.reset({ scenario: 'large', nics: 30 });
    expect(await interfaces()).toHaveLength(30);
    await sandbox.reset({ scenario: 'empty' });
    expect(await interfaces()).toEqual([]);
    await expect(sandbox.reset({ scenario: 'huge' as 'large' })).rejects.toThrow('small, empty, large');
    await sandbox.reset({ scenario: 'small' });
  });

  it('clears waiting faults when told to', async () => {
    await sandbox.faults([{ action: '*', fault: 'throttle' }]);
    await sandbox.clearFaults();
    expect((await assign('10.0.10.9')).status).toBe(200);
  });

  it.each([
    ['POST', 'faults', 'not json', 400],
    ['POST', 'faults', '{"faults": 5}', 400],
    ['GET', 'nothing', undefined, 404],
    ['PUT', 'state', '{}', 404],
    ['POST', 'reset', `{"scenario": "${'x'.repeat(300_000)}"}`, 413],
  ])('%s %s with an odd body is refused with a reason', async (method, path, body, expected) => {
    const response = await fetch(`${sandbox.url}/__sandbox__/${path}`, {
      method,
      headers: { 'x-sandbox-control': sandbox.controlToken },
      ...(body !== undefined && { body }),
    });
    expect(response.status).toBe(expected);
    expect(await response.json()).toHaveProperty('error');
  });
});
