import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApi } from '../../src/api/createApi';
import { isApiError } from '../../src/api/apiError';
import type { NcloudApi } from '../../src/api/ncloudApi';

/** What a process of its own went through for one call. Printed as JSON. */
export interface Toll {
  /** Kind and effect of the ApiError, the number of rows, or what else was thrown. */
  readonly ends: string | number;
  readonly effect?: string;
  /** Longest text of the error. */
  readonly longest: number;
  /** Most memory over the start, in MB. */
  readonly memory: number;
  /** Longest time that nothing else could run, and the time of the call, in ms. */
  readonly block: number;
  readonly took: number;
}

const [, , url = '', call = ''] = process.argv;
const calls: Readonly<Record<string, (api: NcloudApi) => Promise<unknown>>> = {
  regions: (api) => api.getRegionList(),
  list: (api) => api.getNetworkInterfaceList({ regionCode: 'KR' }),
  assign: (api) => api.assignSecondaryIps({ regionCode: 'KR', networkInterfaceNo: '701236', secondaryIpCount: 1 }),
};

/** The most memory this process ever had, in kB. Linux counts that of the parent before the start into `maxRSS`. */
function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

const silent = (): void => undefined;
const api = createApi({
  gatewayUrl: url,
  stsUrl: url,
  credentials: () =>
    Promise.resolve({ accessKey: 'ncpTestAccessKey0001', secretKey: 'ncpTestSecretKey00000000000000000000ABCD' }),
  now: () => Date.now(),
  log: { trace: silent, info: silent, warn: silent, error: silent },
  requestsPerSecond: Infinity,
});
const delay = monitorEventLoopDelay({ resolution: 5 });
const before = mostMemory();
const startedAt = performance.now();
delay.enable();
const outcome: unknown = await (calls[call]?.(api) ?? Promise.reject(new Error(call))).catch((error: unknown) => error);
// A block at the very end shows only when the loop turns once more.
await new Promise((resolve) => setTimeout(resolve, 20));
delay.disable();
api.dispose();
const error = isApiError(outcome) ? outcome : undefined;
const texts = error ? Object.values(error.details).filter((text) => typeof text === 'string') : [];
const toll: Toll = {
  ends: error?.kind ?? (Array.isArray(outcome) ? outcome.length : String(outcome)),
  ...(error && { effect: error.details.effect }),
  longest: Math.max(0, ...texts.map((text) => text.length)),
  memory: Math.round((mostMemory() - before) / 1024),
  block: Math.round(delay.max / 1e6),
  took: Math.round(performance.now() - startedAt),
};
process.stdout.write(JSON.stringify(toll));
