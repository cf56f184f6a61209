import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get } from './rawCall';

const identity = '/api/v1/caller-identity';
const regions = '/vserver/v2/getRegionList';

describe('keys and what they may do', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it.each([
    ['manager', 'Customer'],
    ['viewer', 'Sub'],
  ])('caller-identity names the %s', async (role, userType) => {
    const key = role === 'viewer' ? sandbox.viewer : sandbox;
    const answer = await get(sandbox, identity, {}, { key });
    expect(answer.json()).toEqual({ id: expect.stringMatching(/^\d+$/), loginAlias: `sandbox-${role}`, userType });
  });

  it('caller-identity refuses a wrong secret', async () => {
    const answer = await get(sandbox, identity, {}, { key: { ...sandbox, secretKey: 'wrong' } });
    expect([answer.status, answer.code()]).toEqual([401, '200']);
  });

  it.each([
    ...['/vserver/v2/getNetworkInterfaceList', '/vserver/v2/getServerInstanceList', '/vpc/v2/getVpcList'],
    ...['/vpc/v2/getSubnetList', '/vserver/v2/getRegionList', '/vserver/v2/getAccessControlGroupList'],
    ...['/vserver/v2/getPublicIpInstanceList', '/vserver/v2/getFlowLogConfigurationList'],
  ])('a viewer may read %s', async (path) => {
    expect((await get(sandbox, path, {}, { key: sandbox.viewer })).status).toBe(200);
  });

  it.each([
    'assignSecondaryIps',
    'unassignSecondaryIps',
    'createNetworkInterface',
    'deleteNetworkInterface',
    'attachNetworkInterface',
    'detachNetworkInterface',
    'addNetworkInterfaceAccessControlGroup',
    'removeNetworkInterfaceAccessControlGroup',
    'enableFlowLog',
    'disableFlowLog',
  ])('a viewer may not %s, however the call looks', async (action) => {
    const answer = await get(sandbox, `/vserver/v2/${action}`, {}, { key: sandbox.viewer });
    expect(answer.status).toBe(401);
    expect(answer.json()).toEqual({ error: { errorCode: '210', message: 'Permission Denied', details: '' } });
  });

  it('the gateway refuses in JSON even when the product would answer in XML', async () => {
    const target = '/vserver/v2/assignSecondaryIps';
    const response = await fetch(sandbox.url + target);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(await response.json()).toEqual({
      error: {
        errorCode: '200',
        message: 'Authentication Failed',
        details: 'Authentication information are missing.',
      },
    });
  });

  it('a key is asked for before the path is looked at, the path before the permission, the permission before parameters', async () => {
    const wrong = { ...sandbox.viewer, secretKey: 'wrong' };
    const codes = [
      await get(sandbox, '/vserver/v2/nothing', {}, { key: wrong }),
      await get(sandbox, '/vserver/v2/nothing', {}, { key: sandbox.viewer }),
      await get(sandbox, '/vserver/v2/assignSecondaryIps', {}, { key: sandbox.viewer }),
      await get(sandbox, '/vserver/v2/assignSecondaryIps'),
    ].map((answer) => answer.code());
    expect(codes).toEqual(['200', '300', '210', '900']);
  });

  it('a rate limit may leave out when to come back', async () => {
    const limited = await startTestSandbox({ rate: 1, retryAfter: false });
    const [, refused] = await Promise.all([get(limited, regions), get(limited, regions)]);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
    await limited.close();
  });

  it('a rate limit refuses what is too much within a second, and says when to come back', async () => {
    let now = Date.now();
    const limited = await startTestSandbox({ rate: 2, now: () => now });
    const call = () => get(limited, regions, {}, { timestamp: now });
    const statuses = [(await call()).status, (await call()).status, (await call()).status];
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await call();
    expect([refused.code(), refused.headers.get('retry-after')]).toEqual(['420', '1']);
    now += 1000;
    expect((await call()).status).toBe(200);
    await limited.close();
  });

  it.each([400_000, -400_000])('a clock that is off by %i ms refuses, and its Date tells by how much', async (skew) => {
    await sandbox.reset({ skew });
    const answer = await get(sandbox, regions);
    expect([answer.status, answer.code()]).toEqual([401, '200']);
    const measured = Date.parse(answer.headers.get('date') ?? '') - Date.now();
    expect(Math.abs(measured - skew)).toBeLessThan(30_000);
    await sandbox.reset({ skew: 0 });
  });
});
