import { createApi } from '../../src/api/createApi';
import type { ApiConfig, NcloudApi } from '../../src/api/ncloudApi';
import type { ApplyDeps } from '../../src/change/applyDeps';
import { applyPlan } from '../../src/change/applyPlan';
import type { Outcome } from '../../src/change/outcome';
import { systemClock } from '../../src/change/systemClock';
import { createNetwork, type Network } from '../../src/model/network';
import type { Intent, IntentItem } from '../../src/plan/intent';
import type { Plan } from '../../src/plan/plan';
import { planChange } from '../../src/plan/planChange';
import type { SandboxOptions } from '../../src/sandbox/sandboxOptions';
import { memoryJournal, type MemoryJournal } from './memoryJournal';
import { recordLog, type RecordedLog } from './recordLog';
import { startTestSandbox, type TestSandbox } from './sandbox';

/** Waits of a few milliseconds instead of seconds: nothing in the tests depends on how long they are. */
export const quickSettle = { firstMs: 1, everyMs: 4, atMostMs: 5_000, workingMs: 60, ownMs: 2_000 };

/** The real client on the real sandbox, with everything the executor needs. */
export interface ChangeBench {
  readonly sandbox: TestSandbox;
  readonly api: NcloudApi;
  readonly log: RecordedLog;
  readonly journal: MemoryJournal;
  readonly regionCode: string;
  /** A client of its own, e.g. one with short timeouts. */
  client(config?: Partial<ApiConfig>): NcloudApi;
  deps(changes?: Partial<ApplyDeps>): ApplyDeps;
  read(): Promise<Network>;
  /** The plan of an intent on the network as it is now; throws when there is none. */
  plan(...items: readonly IntentItem[]): Promise<Plan>;
  /** Plans and applies, with the journal. */
  change(items: readonly IntentItem[], changes?: Partial<ApplyDeps>, signal?: AbortSignal): Promise<Outcome>;
  /** The last word on an outcome: lost answers are read on after it was told. */
  last(outcome: Outcome | Promise<Outcome>): Promise<Outcome>;
  /** What the sandbox itself says an interface holds. */
  held(networkInterfaceNo: string): Promise<readonly string[] | undefined>;
  /** Mutating calls that reached the sandbox and those it carried out. */
  writes(): Promise<{ readonly sent: number; readonly applied: number }>;
  /** Takes every fault and change back. */
  reset(options?: Partial<SandboxOptions>): Promise<void>;
  close(): Promise<void>;
}

/** `tuning` is for every client of the bench. */
export async function openChangeBench(
  options: SandboxOptions = {},
  tuning: Partial<ApiConfig> = {},
): Promise<ChangeBench> {
  const sandbox = await startTestSandbox(options);
  const log = recordLog();
  const journal = memoryJournal();
  const regionCode = 'KR';
  const clients: NcloudApi[] = [];
  let entries = 0;

  const client = (config: Partial<ApiConfig> = {}): NcloudApi => {
    const { url, accessKey, secretKey } = sandbox;
    const api = createApi({
      gatewayUrl: url,
      stsUrl: url,
      credentials: () => Promise.resolve({ accessKey, secretKey }),
      now: () => Date.now(),
      log,
      // Not paced: how long a call waits for its turn is tested with the pace.
      requestsPerSecond: Infinity,
      timeoutMs: 5_000,
      retryFirstMs: 1,
      ...tuning,
      ...config,
    });
    clients.push(api);
    return api;
  };
  let api = client();
  const read = async (): Promise<Network> => {
    const [vpcs, subnets, servers, interfaces] = await Promise.all([
      api.getVpcList(regionCode),
      api.getSubnetList(regionCode),
      api.getServerInstanceList(regionCode),
      api.getNetworkInterfaceList({ regionCode }),
    ]);
    return createNetwork({ regionCode, vpcs, subnets, servers, interfaces });
  };
  const planOf = async (intent: Intent): Promise<Plan> => {
    const result = planChange(intent, await read());
    if (!result.ok) throw new Error(`no plan: ${JSON.stringify(result.problems)}`);
    return result.plan;
  };
  const deps = (changes: Partial<ApplyDeps> = {}): ApplyDeps => ({
    api,
    clock: systemClock,
    log,
    settle: quickSettle,
    ...changes,
  });
  return {
    sandbox,
    get api() {
      return api;
    },
    log,
    journal,
    regionCode,
    client,
    deps,
    read,
    plan: (...items) => planOf({ items }),
    async change(items, changes, signal) {
      const intent = { items };
      const profile = { id: 'p1', name: 'Sandbox' };
      const recording = { store: journal, id: `entry-${++entries}`, profile, intent };
      return applyPlan(await planOf(intent), deps({ journal: recording, ...changes }), signal);
    },
    async last(outcome) {
      const interim = await outcome;
      return (await interim.looking) ?? interim;
    },
    async held(no) {
      const { regions } = await sandbox.state();
      return regions.flatMap(({ interfaces }) => interfaces).find((one) => one.networkInterfaceNo === no)
        ?.secondaryIpList;
    },
    async writes() {
      const mutations = await sandbox.writes();
      return { sent: mutations.length, applied: mutations.filter(({ applied }) => applied).length };
    },
    async reset(changes) {
      // A client of its own for each test: what one has learned of the service is none of the next one's business.
      api = client();
      await sandbox.reset(changes);
      await sandbox.clearFaults();
      await sandbox.clearRequests();
      journal.entries.clear();
    },
    async close() {
      for (const one of clients) one.dispose();
      await sandbox.close();
    },
  };
}
