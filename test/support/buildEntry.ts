import type { JournalEntry, StepRecord } from '../../src/change/journalEntry';
import type { Plan, Step } from '../../src/plan/plan';

export function buildStep(step: Partial<Step> = {}): Step {
  return {
    id: 1,
    action: 'assignSecondaryIps',
    networkInterfaceNo: '701236',
    secondaryIps: ['10.0.10.11', '10.0.10.12'],
    count: 0,
    allowReassign: false,
    takes: [],
    items: [0],
    ...step,
  };
}

/** Two addresses for one interface, unless told otherwise. */
export function buildPlan(plan: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    regionCode: 'KR',
    steps: [buildStep()],
    changes: [
      {
        networkInterfaceNo: '701236',
        networkInterfaceName: 'nic-701236',
        serverName: 'web-01',
        deviceName: 'eth0',
        subnetNo: '3104',
        primary: '10.0.10.14',
        before: [],
        after: ['10.0.10.11', '10.0.10.12'],
        chosenByService: 0,
        gains: ['10.0.10.11', '10.0.10.12'],
        loses: [],
      },
    ],
    warnings: [],
    ...plan,
  };
}

/** A step that did all it was asked for. */
export function buildRecord(record: Partial<StepRecord> = {}): StepRecord {
  const step = record.step ?? buildStep();
  return {
    step,
    state: 'done',
    result: 'applied',
    addresses: step.secondaryIps.map((address) => ({ address, result: 'applied' })),
    chosen: [],
    ...record,
  };
}

/** A change that was carried out on 5 January 2026, unless told otherwise. */
export function buildEntry(entry: Partial<JournalEntry> = {}): JournalEntry {
  const { undoes } = entry;
  const plan = { ...(entry.plan ?? buildPlan()), ...(undoes !== undefined && { undoes }) };
  const startedAt = Date.UTC(2026, 0, 5, 9, 30);
  return {
    version: 1,
    id: 'entry-1',
    profile: { id: 'p1', name: 'production' },
    regionCode: 'KR',
    intent: { items: [{ kind: 'assign', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11', '10.0.10.12'] }] },
    startedAt,
    finishedAt: startedAt + 4_200,
    state: 'done',
    result: 'applied',
    steps: plan.steps.map((step) => buildRecord({ step })),
    ...entry,
    plan,
  };
}
