import { describe, expect, it, onTestFinished } from 'vitest';
import { createApi } from '../../../src/api/createApi';
import type { Diagnosis } from '../../../src/doctor/diagnosis';
import { examine } from '../../../src/doctor/examine';
import { createNodeWire } from '../../../src/doctor/nodeWire';
import type { SandboxOptions } from '../../../src/sandbox/sandboxOptions';
import { recordLog } from '../../support/recordLog';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';

const now = () => Date.now();

async function start(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startTestSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

async function diagnose(
  { url, accessKey, secretKey }: TestSandbox,
  keys: { accessKey: string; secretKey: string } = { accessKey, secretKey },
): Promise<Diagnosis> {
  const endpoint = { gatewayUrl: url, stsUrl: url };
  const api = createApi({
    ...endpoint,
    credentials: () => Promise.resolve(keys),
    now,
    log: recordLog(),
    retryFirstMs: 1,
    requestsPerSecond: 50,
  });
  onTestFinished(() => api.dispose());
  const proxies = { proxy: '', isStrict: true, support: 'override', noProxy: [], env: {} };
  const client = { api, accessKey: keys.accessKey };
  const deps = { endpoint, regionCode: 'KR', client, wire: createNodeWire(now), proxies, now, timeoutMs: 5_000 };
  return examine(deps, new AbortController().signal, () => undefined);
}

const statuses = ({ checks }: Diagnosis, layer: string) =>
  checks.filter((check) => check.layer === layer).map(({ id, status, symptom }) => `${id} ${status} ${symptom}`);

describe('the doctor at the sandbox', () => {
  it('finds nothing wrong, and both regions', async () => {
    const diagnosis = await diagnose(await start());
    expect(diagnosis.failing).toBeUndefined();
    expect(diagnosis.checks.filter(({ status }) => status === 'warning')).toEqual([]);
    expect(statuses(diagnosis, 'tls')).toEqual(['tls:127.0.0.1 skipped plainHttp']);
    expect(statuses(diagnosis, 'region')).toEqual(['region:KR ok regionAnswers', 'region:JPN ok regionAnswers']);
  });

  it('changes nothing', async () => {
    const sandbox = await start();
    await diagnose(sandbox);
    const requests = await sandbox.requests();
    expect(requests.some(({ action }) => action === 'getNetworkInterfaceList')).toBe(true);
    expect(requests.filter(({ applied }) => applied)).toEqual([]);
  });

  it.each([
    ['a wrong secret', { secretKey: 'ncpTestSecretKey00000000000000000000WRONG' }],
    ['an unknown key', { accessKey: 'ncpTestAccessKey9999' }],
  ])('names the keys for %s, and asks nothing more', async (_what, wrong) => {
    const sandbox = await start();
    const keys = { accessKey: sandbox.accessKey, secretKey: sandbox.secretKey, ...wrong };
    const diagnosis = await diagnose(sandbox, keys);
    expect(diagnosis.failing).toMatchObject({ id: 'key', symptom: 'keyRefused', facts: { http: 401, apiCode: '200' } });
    expect(statuses(diagnosis, 'signature')).toEqual(['signature ok signatureArrived']);
    expect(statuses(diagnosis, 'permission')).toEqual(['permission skipped blocked']);
    expect(JSON.stringify(diagnosis)).not.toContain(keys.secretKey);
    expect(JSON.stringify(diagnosis)).not.toContain(keys.accessKey);
    expect((await sandbox.requests()).some(({ action }) => action === 'getVpcList')).toBe(false);
  });

  it('finds that a viewer may read everything, and does not guess about writing', async () => {
    const sandbox = await start();
    const diagnosis = await diagnose(sandbox, sandbox.viewer);
    expect(diagnosis.failing).toBeUndefined();
    expect(statuses(diagnosis, 'permission').at(-1)).toBe('permission:write skipped writeNotProbed');
    expect(diagnosis.checks.find(({ id }) => id === 'key')?.facts).toMatchObject({ userType: 'Sub' });
  });

  it.each([-7, 7])('names the clock when the gateway is %d min ahead', async (minutes) => {
    const diagnosis = await diagnose(await start({ skew: minutes * 60_000 }));
    expect(diagnosis.failing).toMatchObject({ id: 'clock', symptom: 'clockRefused' });
    const off = (diagnosis.failing?.facts.skewMs ?? 0) / 60_000;
    expect(Math.round(off)).toBe(-minutes);
  });

  it('names the connection when the sandbox has stopped', async () => {
    const sandbox = await start();
    await sandbox.close();
    const diagnosis = await diagnose(sandbox);
    expect(diagnosis.failing).toMatchObject({ layer: 'tcp', symptom: 'notConnected', facts: { code: 'ECONNREFUSED' } });
    expect(statuses(diagnosis, 'key')).toEqual(['key skipped blocked']);
  });

  it.each(['getVpcList', 'getSubnetList', 'getServerInstanceList', 'getZoneList', 'getAccessControlGroupList'])(
    'names %s when it alone is not allowed',
    async (action) => {
      const sandbox = await start();
      await sandbox.faults([{ action, fault: 'permission' }]);
      const diagnosis = await diagnose(sandbox);
      const failed = diagnosis.checks.filter(({ status }) => status === 'failed');
      expect(failed.map(({ id, symptom }) => `${id} ${symptom}`)).toEqual([`permission:${action} denied`]);
      expect(failed[0]?.facts.requestId).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('does not ask the regions for what is not allowed', async () => {
    const sandbox = await start();
    await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission', times: 5 }]);
    const diagnosis = await diagnose(sandbox);
    expect(diagnosis.failing?.id).toBe('permission:getNetworkInterfaceList');
    expect(statuses(diagnosis, 'region')).toEqual(['region skipped blocked']);
  });

  it('goes on without getRegionList, in the region of the profile', async () => {
    const sandbox = await start();
    await sandbox.faults([{ action: 'getRegionList', fault: 'permission' }]);
    const diagnosis = await diagnose(sandbox);
    expect(diagnosis.failing).toMatchObject({ id: 'permission:getRegionList', symptom: 'denied' });
    expect(statuses(diagnosis, 'region')).toEqual(['region:KR ok regionAnswers']);
  });
});
