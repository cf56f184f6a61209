import { createApi } from '../../../src/api/createApi';
import { applyPlan } from '../../../src/change/applyPlan';
import { systemClock } from '../../../src/change/systemClock';
import { createNetwork } from '../../../src/model/network';
import type { Intent } from '../../../src/plan/intent';
import type { Plan } from '../../../src/plan/plan';
import { planChange } from '../../../src/plan/planChange';
import { undoIntent } from '../../../src/plan/undoIntent';
import { createHistory } from '../../../src/session/journal/history';
import { openJournal } from '../../../src/session/journal/openJournal';

/** What a window is told to do, as JSON on its standard input. */
export interface WindowOrder {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The journal's folder. */
  readonly folder: string;
  readonly intent: Intent;
  /** Takes it back afterwards. */
  readonly isUndone: boolean;
}

/** The core of the extension as one process: plans, applies with the journal of all windows, and says where it is. */
async function run({ url, accessKey, secretKey, folder, intent, isUndone }: WindowOrder): Promise<void> {
  const log = { trace: ignore, info: ignore, warn: ignore, error: ignore };
  const api = createApi({
    ...{ gatewayUrl: url, stsUrl: url, log, now: Date.now, requestsPerSecond: 50, timeoutMs: 5_000 },
    credentials: () => Promise.resolve({ accessKey, secretKey }),
  });
  const journal = await openJournal(folder, log);
  const history = createHistory(journal.store, Date.now, () => crypto.randomUUID());
  const read = async () => {
    const [vpcs, subnets, servers, interfaces] = await Promise.all([
      api.getVpcList('KR'),
      api.getSubnetList('KR'),
      api.getServerInstanceList('KR'),
      api.getNetworkInterfaceList({ regionCode: 'KR' }),
    ]);
    return createNetwork({ regionCode: 'KR', vpcs, subnets, servers, interfaces });
  };
  const planOf = async (wanted: Intent): Promise<Plan> => {
    const result = planChange(wanted, await read());
    if (!result.ok) throw new Error(`no plan: ${JSON.stringify(result.problems)}`);
    return result.plan;
  };
  const change = async (wanted: Intent, plan: Plan): Promise<string> => {
    const id = await history.newId();
    const settle = { firstMs: 5, everyMs: 10, atMostMs: 10_000, workingMs: 90_000, ownMs: 30_000 };
    const profile = { id: 'p1', name: 'Sandbox' };
    const recording = { store: history, id, profile, intent: wanted };
    await applyPlan(plan, { api, clock: systemClock, log, settle, holds: journal.holds, journal: recording });
    return id;
  };

  const plan = await planOf(intent);
  process.stdout.write('begins\n');
  const id = await change(intent, plan);
  if (isUndone) {
    const entry = await history.get(id);
    const inverse = entry && undoIntent(entry, await read());
    if (!inverse?.ok) throw new Error(`no undo: ${JSON.stringify(inverse)}`);
    await change(inverse.intent, await planOf(inverse.intent));
  }
  process.stdout.write('ends\n');
  process.exit();
}

function ignore(): void {
  // Nobody reads this window's log.
}

process.stdin.setEncoding('utf8').once('data', (order: string) => {
  run(JSON.parse(order) as WindowOrder).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
    process.exit(1);
  });
});
// Whoever started it is gone, or has no order for it.
process.stdin.once('end', () => process.exit());
