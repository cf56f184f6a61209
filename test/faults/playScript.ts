import { createApi } from '../../src/api/createApi';
import type { NcloudApi } from '../../src/api/ncloudApi';
import type { ReadDeps } from '../../src/change/applyDeps';
import { applyPlan } from '../../src/change/applyPlan';
import { recoverEntry } from '../../src/change/recoverEntry';
import { createNetwork, type Network } from '../../src/model/network';
import type { Intent } from '../../src/plan/intent';
import { planChange } from '../../src/plan/planChange';
import { undoIntent } from '../../src/plan/undoIntent';
import { memoryJournal, type MemoryJournal } from '../support/memoryJournal';
import { recordLog } from '../support/recordLog';
import type { TestSandbox } from '../support/sandbox';
import { checkBelief, type Foreign } from './checkBelief';
import type { Command, Mishap, Script } from './command';
import type { Figures } from './figures';
import { mortal } from './mortal';
import { toForeignChange, toItems } from './toItems';
import type { VirtualTime } from './virtualTime';

const regionCode = 'KR';
const profile = { id: 'p1', name: 'Sandbox' };
const settle = { firstMs: 2_000, everyMs: 3_000, atMostMs: 45_000, workingMs: 90_000 };

/** Does everything a script says to a fresh sandbox and, after each command, holds belief against truth. */
export async function playScript(
  script: Script,
  sandbox: TestSandbox,
  time: VirtualTime,
  figures: Figures,
): Promise<void> {
  await sandbox.reset({ delay: script.delay });
  await sandbox.clearFaults();
  const journal = memoryJournal();
  let entries = 0;
  for (const command of script.commands) {
    await sandbox.clearRequests();
    const api = openApi(sandbox, time);
    try {
      await playCommand(command, { sandbox, time, figures, journal, api, id: `entry-${++entries}` });
    } finally {
      api.dispose();
    }
  }
}

interface Stage {
  readonly sandbox: TestSandbox;
  readonly time: VirtualTime;
  readonly figures: Figures;
  readonly journal: MemoryJournal;
  readonly api: NcloudApi;
  readonly id: string;
}

async function playCommand(command: Command, stage: Stage): Promise<void> {
  const { sandbox, time, figures, journal, api, id } = stage;
  await sandbox.clearFaults();
  await sandbox.settle();
  const before = await readNetwork(api);
  const intent = intentOf(command, before, journal);
  const planned = planChange(intent, before);
  if (!planned.ok) {
    figures.count(`not planned: ${planned.problems[0]?.kind}`);
    return;
  }
  figures.count(planned.plan.undoes === undefined ? 'command' : 'command: undo');

  const foreign = await order(command.mishaps, before, stage);
  await sandbox.clearRequests();
  let tree = before;
  const following: ReadDeps = {
    api,
    clock: time,
    log: recordLog(),
    settle,
    onInterfaces: (fresh) => void (tree = tree.withInterfaces(fresh)),
  };
  const life = mortal({ api, clock: time }, journal, command.killAt);
  const stop = new AbortController();
  let events = 0;
  const change = applyPlan(
    planned.plan,
    {
      ...following,
      api: life.api,
      clock: life.clock,
      parallel: command.parallel,
      journal: { store: life.journal, id, profile, intent },
      onProgress: () => {
        if (++events === command.cancelAt) stop.abort();
      },
    },
    stop.signal,
  );
  const last = change.then(({ looking }) => looking);
  const ended = await Promise.race([last, life.died.then(() => 'killed' as const)]);
  if (ended === 'killed') {
    figures.count('host killed');
    await recover(stage, following);
  }
  const requests = await sandbox.requests();
  const entry = journal.entries.get(id);
  // Killed before the first note: nothing can have been sent.
  if (!entry) {
    checkNothingSent(requests);
    return;
  }
  for (const { fault } of requests) if (fault !== undefined) figures.count(`fault ${fault}`);
  for (const record of entry.steps)
    figures.count(`step ${record.result ?? 'open'}${record.reason ? ` (${record.reason})` : ''}`);
  const harmful = /stuckSet|foreignChange|stall|unavailable|Timeout|reset|empty|html|bad|cutOff|skew|throttle/;
  const readFaults = requests.filter(
    ({ action, fault }) => action === 'getNetworkInterfaceList' && harmful.test(fault ?? ''),
  );
  const isStuck = requests.some(({ fault }) => fault === 'stuckSet' || fault === 'foreignChange');
  checkBelief({
    before,
    tree,
    entry,
    state: await sandbox.state(),
    requests,
    foreign,
    mayBeUnknown: isStuck || stop.signal.aborted || readFaults.length >= 3,
  });
}

/** What a new window does: reads what became of the open entry; again with a better network when nothing could be read. */
async function recover({ sandbox, time, journal, id }: Stage, following: ReadDeps): Promise<void> {
  for (const attempt of [1, 2]) {
    const entry = journal.entries.get(id);
    if (entry?.state !== 'open') return;
    if (attempt === 2) await sandbox.clearFaults();
    const api = openApi(sandbox, time);
    await journal.update(await recoverEntry(entry, { ...following, api }));
    api.dispose();
  }
}

function intentOf(command: Command, network: Network, journal: MemoryJournal): Intent {
  if (command.acts[0]?.kind === 'undo') {
    const last = [...journal.entries.values()].findLast(({ undoneBy }) => undoneBy === undefined);
    const inverse = last && undoIntent(last, network);
    if (inverse?.ok) return inverse.intent;
  }
  return { items: command.acts.flatMap((act) => toItems(act, network)) };
}

/** Queues the mishaps of a command and tells what somebody else is going to do. */
async function order(mishaps: readonly Mishap[], network: Network, { sandbox }: Stage): Promise<Foreign[]> {
  const foreign: Foreign[] = [];
  let stale = 0;
  for (const { on, fault, times, foreign: change } of mishaps) {
    const actions = on === 'read' ? ['getNetworkInterfaceList'] : ['assignSecondaryIps', 'unassignSecondaryIps'];
    // Three equal reads are what the executor calls proof; a list that lags for longer can fool anybody.
    if (fault === 'staleList' && ++stale > 2) continue;
    const other = change && toForeignChange(change, network);
    if (change && !other) continue;
    if (other) foreign.push(other);
    const [name, extra] = fault === 'throttleWithRetryAfter' ? ['throttle', { retryAfter: 0 }] : [fault, {}];
    const which = other ? actions.slice(0, 1) : actions;
    await sandbox.faults(which.map((action) => ({ action, fault: name, times, ...extra, ...other?.change })));
  }
  return foreign;
}

function checkNothingSent(requests: readonly { readonly action: string }[]): void {
  if (requests.some(({ action }) => action.includes('ssign')))
    throw new Error('Something was sent before it was written down.');
}

/** Real waits are a few milliseconds: only a stall is sat out, and a 429 without Retry-After. */
function openApi(sandbox: TestSandbox, time: VirtualTime): NcloudApi {
  const { url, accessKey, secretKey } = sandbox;
  return createApi({
    gatewayUrl: url,
    stsUrl: url,
    credentials: () => Promise.resolve({ accessKey, secretKey }),
    now: () => time.now(),
    log: recordLog(),
    requestsPerSecond: 50,
    timeoutMs: 150,
    retryFirstMs: 1,
  });
}

async function readNetwork(api: NcloudApi): Promise<Network> {
  const [subnets, interfaces] = await Promise.all([
    api.getSubnetList(regionCode),
    api.getNetworkInterfaceList({ regionCode }),
  ]);
  return createNetwork({ regionCode, vpcs: [], subnets, servers: [], interfaces });
}
