import { createApi } from '../../src/api/createApi';
import type { ApiConfig, NcloudApi } from '../../src/api/ncloudApi';
import { loadNetwork } from '../../src/session/loadNetwork';
import { bareClient } from './bareClient';
import { gc, restingHeap } from './heap';
import { startPageServer, type PageServer, type Served } from './startPageServer';

/** Medians in ms: of the time, and of what this process worked meanwhile, which other work on the machine does not change. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** What loads of a region of this size cost. */
export interface LoadFigures {
  readonly interfaces: number;
  readonly calls: number;
  readonly megabytes: number;
  /** What a loaded region keeps of the heap for each interface, servers and index with it. */
  readonly kilobytesEach: number;
  readonly bare: Cost;
  readonly paceOff: Cost;
  /** The same where each answer takes {@link latencyMs}, as the ones of a service do. */
  readonly slowBare: Cost;
  readonly slowPaceOff: Cost;
  /** With the default setting, against a service that allows 50 a second; each answer takes {@link latencyMs}. */
  readonly shippedMs: number;
  /** The same with pace off. */
  readonly unpacedMs: number;
  readonly shippedRefused: number;
}

/** A saturated client against a service that allows 5 a second. */
export interface ThrottledFigures {
  readonly retryAfter: boolean;
  readonly seconds: number;
  /** Share of what was allowed. */
  readonly used: number;
  readonly refused: number;
  /** Later than a second after the first, and the most of those in any ten seconds. */
  readonly refusedLater: number;
  readonly mostInTenSeconds: number;
}

export const latencyMs = 50;

const silent = (): void => undefined;

function connect({ url, keys }: PageServer, requestsPerSecond: number): NcloudApi {
  const config: ApiConfig = {
    gatewayUrl: url,
    stsUrl: url,
    credentials: () => Promise.resolve(keys),
    now: () => Date.now(),
    log: { trace: silent, info: silent, warn: silent, error: silent },
    requestsPerSecond,
  };
  return createApi(config);
}

/** Loads a region again and again, in turn with the bare client; medians. `program` is the compiled service. */
export async function measureLoad(program: string, interfaces: number, runs: number): Promise<LoadFigures> {
  const server = await startPageServer(program, interfaces);
  const api = connect(server, Infinity);
  try {
    const load = (): Promise<unknown> => loadNetwork(api, 'KR', {});
    const kilobytesEach = await heapOf(load, interfaces);
    await server.allow(Infinity);
    await load();
    const { urls, granted } = await server.allow(Infinity);
    const bare = bareClient(server.url, urls);
    const inTurn = async (): Promise<[Cost, Cost]> => {
      const costs: [Cost, Cost][] = [];
      for (let run = -2; run < runs; run++) {
        const both: [Cost, Cost] = [await costOf(bare), await costOf(load)];
        if (run >= 0) costs.push(both);
      }
      return [median(costs.map(([one]) => one)), median(costs.map(([, one]) => one))];
    };
    const [fastBare, paceOff] = await inTurn();
    await server.allow(Infinity, { latencyMs });
    const [slowBare, slowPaceOff] = await inTurn();
    // New clients, with connections to make, on both sides; a second apart, as the service counts.
    const [shipped, unpaced]: [Cost[], Cost[]] = [[], []];
    let shippedRefused = 0;
    for (let run = 0; run < Math.min(10, runs); run++) {
      for (const [ceiling, costs] of [
        [50, shipped],
        [Infinity, unpaced],
      ] as const) {
        await pause(1_100);
        await server.allow(ceiling, { latencyMs });
        const fresh = connect(server, ceiling);
        costs.push(await costOf(() => loadNetwork(fresh, 'KR', {})));
        fresh.dispose();
        shippedRefused += (await server.allow(Infinity)).refused.length;
      }
    }
    const bytes = (await Promise.all(urls.map(async (target) => (await fetch(server.url + target)).arrayBuffer()))).map(
      ({ byteLength }) => byteLength,
    );
    return {
      interfaces,
      calls: granted.length,
      megabytes: bytes.reduce((sum, one) => sum + one, 0) / 1e6,
      kilobytesEach,
      bare: fastBare,
      paceOff,
      slowBare,
      slowPaceOff,
      shippedMs: median(shipped).wall,
      unpacedMs: median(unpaced).wall,
      shippedRefused,
    };
  } finally {
    api.dispose();
    server.close();
  }
}

/** Many callers ask for the VPCs all the time. */
export async function measureThrottled(
  program: string,
  retryAfter: boolean,
  seconds: number,
): Promise<ThrottledFigures> {
  const server = await startPageServer(program, 1_000);
  const api = connect(server, 50);
  try {
    await server.allow(5, { retryAfter });
    const stop = new AbortController();
    const callers = Array.from({ length: 24 }, async () => {
      while (!stop.signal.aborted) await api.getVpcList('KR', { signal: stop.signal }).catch(silent);
    });
    await pause(seconds * 1_000);
    const served = await server.allow(Infinity);
    stop.abort();
    await Promise.all(callers);
    return { retryAfter, seconds, used: served.granted.length / (5 * seconds), ...countRefused(served) };
  } finally {
    api.dispose();
    server.close();
  }
}

function countRefused({ refused }: Served): Pick<ThrottledFigures, 'refused' | 'refusedLater' | 'mostInTenSeconds'> {
  const [first = 0] = refused;
  const later = refused.filter((at) => at > first + 1_000);
  const tens = later.map((at) => later.filter((one) => one >= at && one < at + 10_000).length);
  return { refused: refused.length, refusedLater: later.length, mostInTenSeconds: Math.max(0, ...tens) };
}

async function heapOf(load: () => Promise<unknown>, interfaces: number): Promise<number> {
  const kept = [await load()];
  const withIt = await restingHeap();
  kept.pop();
  return (withIt - (await restingHeap())) / interfaces;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  gc();
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1_000 };
}

function median(costs: readonly Cost[]): Cost {
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  return { wall: middle(costs.map(({ wall }) => wall)), cpu: middle(costs.map(({ cpu }) => cpu)) };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
