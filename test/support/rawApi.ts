import { onTestFinished } from 'vitest';
import { createApi } from '../../src/api/createApi';
import type { ApiConfig, NcloudApi } from '../../src/api/ncloudApi';
import { startRawServer, type RawHandler, type RawRequest, type RawServer } from './rawServer';
import { recordLog, type RecordedLog } from './recordLog';

export interface RawApi {
  readonly api: NcloudApi;
  readonly server: RawServer;
  readonly requests: readonly RawRequest[];
  readonly log: RecordedLog;
}

/** The key pair of the published signature vector A. */
export const rawKeys = { accessKey: 'ncpTestAccessKey0001', secretKey: 'ncpTestSecretKey00000000000000000000ABCD' };

/** A client in front of a server that answers what the test says; both end with the test. Retries hardly wait. */
export async function startRawApi(handle: RawHandler, config: Partial<ApiConfig> = {}): Promise<RawApi> {
  const server = await startRawServer(handle);
  const log = recordLog();
  const api = createApi({
    gatewayUrl: server.url,
    stsUrl: server.url,
    credentials: () => Promise.resolve(rawKeys),
    now: () => Date.now(),
    log,
    retryFirstMs: 1,
    requestsPerSecond: 50,
    ...config,
  });
  onTestFinished(async () => {
    api.dispose();
    await server.close();
  });
  return { api, server, requests: server.requests, log };
}
