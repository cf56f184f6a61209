import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';

/** Worked examples of the signature, computed by four independent implementations. */
const vectors = {
  A: {
    accessKey: 'ncpTestAccessKey0001',
    secretKey: 'ncpTestSecretKey00000000000000000000ABCD',
    method: 'GET',
    timestamp: 1767225600000,
    target:
      '/vserver/v2/assignSecondaryIps?regionCode=KR&networkInterfaceNo=701236&secondaryIpList.1=10.0.10.11&secondaryIpCount=1&allowReassign=true&responseFormatType=json',
    signature: 'JhnWegoyFl49AoBaMEfrCEIf3ekA69uWEX4XGpf6Jp0=',
  },
  B: {
    accessKey: 'ncpTestAccessKey0001',
    secretKey: 'ncpTestSecretKey00000000000000000000ABCD',
    method: 'POST',
    timestamp: 1767225601234,
    target: '/vserver/v2/getNetworkInterfaceList',
    body: 'responseFormatType=json&regionCode=KR&pageNo=1&pageSize=100',
    signature: 'aUya0t0flLTUm5svDS1QIk3mw7f//GVVpgE8wTMYlkM=',
  },
  C: {
    accessKey: 'ncpTestAccessKey0001',
    secretKey: 'ncpTestSecretKey00000000000000000000ABCD',
    method: 'GET',
    timestamp: 1767225602000,
    target: '/vpc/v2/getSubnetList?regionCode=KR&subnet=10.0.10.0%2F24&subnetName=web%20tier&responseFormatType=json',
    signature: 'fDfZlX1lpYoMJk+3fJJAqjjIC4vGPVkzC5UhS72RWzI=',
  },
  D: {
    accessKey: 'GOVACCESSKEY00000002',
    secretKey: 'S3cr3t+With/Slash=And+Plus00000000000001',
    method: 'GET',
    timestamp: 1735689599999,
    target: '/vserver/v2/getRegionList?responseFormatType=json',
    signature: '1ZIPURNcczzdLUbn4ktnwR83wC8KVuRmKXUpUFjfd2M=',
  },
  E: {
    accessKey: 'FINACCESSKEY00000003',
    secretKey: 'finSecretKey0000000000000000000000000003',
    method: 'GET',
    timestamp: 1767225603000,
    target:
      '/vserver/v2/createNetworkInterface?regionCode=FKR&vpcNo=1204&subnetNo=3105&accessControlGroupNoList.1=1581&networkInterfaceDescription=%EB%B3%B4%EC%A1%B0%20IP&responseFormatType=json',
    signature: 'CBGlDEGX32TPfnhP1fA4TEYJZIIwOo74Ve6SX7K4mc8=',
  },
};
type Vector = (typeof vectors)[keyof typeof vectors] & { body?: string };

describe('the signature', () => {
  let sandbox: TestSandbox;
  let now = 0;
  beforeAll(async () => {
    const { accessKey, secretKey } = vectors.A;
    const extraKeys = [
      { ...vectors.D, role: 'manager' as const },
      { ...vectors.E, role: 'manager' as const },
      { accessKey: 'ncpIdleAccessKey0004', secretKey, role: 'manager' as const, active: false },
    ];
    sandbox = await startTestSandbox({ now: () => now, accessKey, secretKey, extraKeys });
  });
  afterAll(() => sandbox.close());

  const send = (vector: Vector, changed: Partial<Vector> = {}, header = 'x-ncp-apigw-signature-v2') => {
    const { method, target, timestamp, accessKey, signature, body } = { ...vector, ...changed };
    now = vector.timestamp;
    return fetch(sandbox.url + target, {
      method,
      headers: {
        'x-ncp-apigw-timestamp': String(timestamp),
        'x-ncp-iam-access-key': accessKey,
        [header]: signature,
        ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
      },
      ...(body !== undefined && { body }),
    });
  };

  const refused = async (answer: Promise<Response>) => {
    const response = await answer;
    const { error } = (await response.json()) as { error: { errorCode: string; details: string } };
    return [response.status, error.errorCode, error.details];
  };
  const invalid = [401, '200', 'Invalid authentication information.'];

  it.each(['A', 'B', 'C', 'D'] as const)('of worked example %s is accepted', async (name) => {
    const response = await send(vectors[name]);
    expect(response.status).toBe(200);
  });

  it('of worked example E is accepted: only the product minds that there is no region FKR', async () => {
    const response = await send(vectors.E);
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty('responseError.returnMessage', expect.stringContaining('regionCode'));
  });

  it('is accepted under the older header name', async () => {
    expect((await send(vectors.C, {}, 'x-ncp-apigw-signature-v1')).status).toBe(200);
  });

  it('over the decoded text instead of the sent one is rejected', async () => {
    const signature = 'KPrcpXzKI3LE55gbdbSYl7/CrksuxOP2+ZJUQmfM5iQ=';
    expect(await refused(send(vectors.C, { signature }))).toEqual(invalid);
  });

  it('is rejected when any single byte of the target is another', async () => {
    const { target } = vectors.C;
    for (let at = 1; at < target.length; at++) {
      const byte = target.charAt(at);
      if ('/?%'.includes(byte) || '/?%'.includes(target.charAt(at - 1)) || target.charAt(at - 2) === '%') continue;
      const changed = `${target.slice(0, at)}${byte === 'x' ? 'y' : 'x'}${target.slice(at + 1)}`;
      expect(await refused(send(vectors.C, { target: changed })), changed).toEqual(invalid);
    }
  });

  it('does not cover the form of a POST', async () => {
    expect((await send(vectors.B, { body: 'responseFormatType=json&regionCode=JPN' })).status).toBe(200);
  });

  it.each([
    ['another method', { method: 'POST' }],
    ['a timestamp of one millisecond later', { timestamp: vectors.A.timestamp + 1 }],
    ['an unknown key', { accessKey: 'ncpTestAccessKey0009' }],
    ['a disabled key', { accessKey: 'ncpIdleAccessKey0004' }],
    ['a shortened signature', { signature: vectors.A.signature.slice(0, -1) }],
    ['an altered signature', { signature: vectors.A.signature.replace('J', 'K') }],
  ])('with %s is rejected', async (_what, changed) => {
    expect(await refused(send(vectors.A, changed))).toEqual(invalid);
  });

  it.each([-1, 1])('is valid for less than five minutes on either side of the clock (%i)', async (side) => {
    const inside = send(vectors.D);
    now = vectors.D.timestamp + side * (5 * 60_000 - 1);
    expect((await inside).status).toBe(200);
    const outside = send(vectors.D);
    now = vectors.D.timestamp + side * 5 * 60_000;
    expect(await refused(outside)).toEqual([401, '200', expect.stringContaining('expired')]);
  });

  it('is asked for before anything else, with its two companions', async () => {
    const { accessKey, target, timestamp } = vectors.D;
    const partly = await fetch(sandbox.url + target, {
      headers: { 'x-ncp-iam-access-key': accessKey, 'x-ncp-apigw-timestamp': String(timestamp) },
    });
    expect(partly.status).toBe(401);
    expect(await partly.json()).toHaveProperty('error.details', 'Authentication information are missing.');
  });
});
