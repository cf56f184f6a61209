import { onTestFinished } from 'vitest';
import { createApi } from '../../../src/api/createApi';
import type { ApiConfig, NcloudApi } from '../../../src/api/ncloudApi';
import type { SandboxOptions } from '../../../src/sandbox/sandboxOptions';
import { recordLog, type RecordedLog } from '../../support/recordLog';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import type { ArrivedRequest } from '../../support/sandboxControls';

/** Every way an action can be called. */
export const ways = [
  { method: 'GET', responseFormatType: 'json' },
  { method: 'GET', responseFormatType: 'xml' },
  { method: 'POST', responseFormatType: 'json' },
  { method: 'POST', responseFormatType: 'xml' },
] as const;

export interface Client {
  readonly api: NcloudApi;
  readonly sandbox: TestSandbox;
  readonly log: RecordedLog;
  /** Another client of the same sandbox. */
  readonly connect: (config: Partial<ApiConfig>) => NcloudApi;
}

/** A client and a sandbox of its own; both end with the test. Retries hardly wait. */
export async function startClient(config: Partial<ApiConfig> = {}, options: SandboxOptions = {}): Promise<Client> {
  const sandbox = await startTestSandbox(options);
  onTestFinished(() => sandbox.close());
  const log = recordLog();
  const connect = (own: Partial<ApiConfig>): NcloudApi => {
    const api = createApi({
      gatewayUrl: sandbox.url,
      stsUrl: sandbox.url,
      credentials: () => Promise.resolve(sandbox),
      now: () => Date.now(),
      log,
      retryFirstMs: 1,
      requestsPerSecond: 50,
      ...own,
    });
    onTestFinished(() => api.dispose());
    return api;
  };
  return { api: connect(config), sandbox, log, connect };
}

/** What arrived, as `GET getVpcList regionCode=KR`: the format left out. */
export function arrivals(requests: readonly ArrivedRequest[]): string[] {
  return requests.map(({ method, action, params }) => {
    const rest = Object.entries(params).filter(([name]) => name !== 'responseFormatType');
    return [method, action, ...rest.map(([name, value]) => `${name}=${value}`)].join(' ');
  });
}
