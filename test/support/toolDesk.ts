import type { AccessControlGroup } from '../../src/model/accessControlGroup';
import type { JournalEntry } from '../../src/change/journalEntry';
import type { Network } from '../../src/model/network';
import type { Reading } from '../../src/session/networkState';
import type { Scope } from '../../src/session/scope';
import { createPlanStore, type Proposal } from '../../src/tools/planStore';
import { runTool, type ToolAnswer } from '../../src/tools/runTool';
import type { Applied, ToolDeps } from '../../src/tools/tool';
import type { ToolName } from '../../src/tools/toolTable';
import { buildScope } from './buildProfile';
import { recordLog, type RecordedLog } from './recordLog';

/** Tools on a network that a test hands over; what a test may change while they run. */
export interface ToolDesk {
  network: Network;
  scope: Scope | undefined;
  entries: readonly JournalEntry[];
  /** Epoch ms. */
  now: number;
  /** What the person says; by default no. */
  answer: (proposal: Proposal) => Promise<Applied> | Applied;
  /** What reading does besides. */
  onRead: () => void;
  /** What waiting for the person does. */
  onReady: () => void;
  /** By the number of the subnet. */
  readonly reserved: Map<string, ReadonlyMap<string, string>>;
  /** What ACGs are called. */
  groups: readonly AccessControlGroup[];
  readonly log: RecordedLog;
  readonly deps: ToolDeps;
  /** Plans that a person was asked about. */
  readonly asked: readonly Proposal[];
  run(name: ToolName, input?: unknown, signal?: AbortSignal): Promise<ToolAnswer>;
  /** The answer as data. */
  ask(name: ToolName, input?: unknown): Promise<Record<string, unknown>>;
}

/** A desk on 5 January 2026. */
export function openToolDesk(network: Network): ToolDesk {
  const log = recordLog();
  const asked: Proposal[] = [];
  let ids = 0;
  const clock = { now: () => desk.now };
  let reading: Reading | undefined;
  const readNow = (): Reading =>
    (reading = {
      network: desk.network,
      regions: [],
      gaps: [],
      readAt: desk.now,
      endedAt: desk.now,
      settlingSince: new Map(),
    });
  const desk: ToolDesk = {
    network,
    scope: buildScope(),
    entries: [],
    now: Date.UTC(2026, 0, 5, 9, 30),
    answer: () => ({ kind: 'declined' }),
    reserved: new Map(),
    groups: [],
    onRead: () => undefined,
    onReady: () => undefined,
    log,
    asked,
    deps: {
      clock,
      log,
      plans: createPlanStore(clock, () => `plan-${++ids}`),
      place: () => desk.scope,
      reservedIn: (_, subnetNo) => desk.reserved.get(subnetNo) ?? new Map<string, string>(),
      read: (_, how) => {
        desk.onRead();
        return Promise.resolve(how === 'known' && reading ? reading : readNow());
      },
      groupsOf: () => desk.groups,
      history: () => Promise.resolve(desk.entries),
      ready: async () => {
        await Promise.resolve();
        desk.onReady();
      },
      apply: async (proposal) => {
        asked.push(proposal);
        return desk.answer(proposal);
      },
    },
    run: (name, input, signal) => runTool(desk.deps, name, input, signal),
    ask: async (name, input) => JSON.parse((await desk.run(name, input)).text) as Record<string, unknown>,
  };
  return desk;
}
