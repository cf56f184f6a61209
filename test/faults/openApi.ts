import { createApi } from '../../src/api/createApi';
import type { NcloudApi } from '../../src/api/ncloudApi';
import { createNetwork, type Network } from '../../src/model/network';
import { recordLog } from '../support/recordLog';
import type { TestSandbox } from '../support/sandbox';
import type { VirtualTime } from './virtualTime';

const regionCode = 'KR';

/**
 * Real waits are a few milliseconds: only a stall is sat out. Without a pace, which goes by real time and has its own tests: after a
 * 429 it would make every look of virtual minutes wait for real seconds.
 */
export function openApi(sandbox: TestSandbox, time: VirtualTime, timeoutMs = 250): NcloudApi {
  const { url, accessKey, secretKey } = sandbox;
  return createApi({
    gatewayUrl: url,
    stsUrl: url,
    credentials: () => Promise.resolve({ accessKey, secretKey }),
    now: () => time.now(),
    log: recordLog(),
    requestsPerSecond: Infinity,
    timeoutMs,
    retryFirstMs: 1,
  });
}

/** What a command is planned on: no fault is ordered yet, and a machine may be busy. */
export async function readPatiently(sandbox: TestSandbox, time: VirtualTime): Promise<Network> {
  const api = openApi(sandbox, time, 10_000);
  try {
    return await readNetwork(api);
  } finally {
    api.dispose();
  }
}

async function readNetwork(api: NcloudApi): Promise<Network> {
  const [subnets, interfaces] = await Promise.all([
    api.getSubnetList(regionCode),
    api.getNetworkInterfaceList({ regionCode }),
  ]);
  return createNetwork({ regionCode, vpcs: [], subnets, servers: [], interfaces });
}
