import * as v from 'valibot';
import { stepActions } from '../../plan/stepActions';

// What other code relies on, whole; what an entry has besides (of a newer version, of another tool) is left alone.
const texts = v.array(v.string());
/** As far as a Date goes. */
const moment = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.optional(v.string());

const step = v.looseObject({
  id: whole,
  action: v.picklist(Object.keys(stepActions) as (keyof typeof stepActions)[]),
  networkInterfaceNo: v.string(),
  secondaryIps: texts,
  count: whole,
  allowReassign: v.boolean(),
  takes: v.array(v.looseObject({ address: v.string(), from: v.string() })),
  items: v.array(whole),
});

const change = v.looseObject({
  networkInterfaceNo: v.string(),
  networkInterfaceName: v.string(),
  serverName: text,
  deviceName: text,
  subnetNo: v.string(),
  primary: v.string(),
  before: texts,
  after: texts,
  chosenByService: whole,
  gains: texts,
  loses: texts,
});

const target = { networkInterfaceNo: v.string(), secondaryIps: texts };
const item = v.variant('kind', [
  v.looseObject({
    kind: v.literal('assign'),
    ...target,
    propose: v.optional(whole),
    count: v.optional(whole),
    allowReassign: v.optional(v.boolean()),
  }),
  v.looseObject({ kind: v.literal('unassign'), ...target }),
  v.looseObject({ kind: v.literal('move'), ...target, from: text }),
]);

const sides = v.optional(v.array(v.looseObject({ networkInterfaceNo: v.string(), secondaryIpList: texts })));

const record = v.looseObject({
  step,
  state: v.picklist(['waiting', 'sent', 'done']),
  result: v.optional(v.picklist(['applied', 'partly', 'notApplied', 'unknown', 'skipped'])),
  reason: text,
  addresses: v.array(
    v.looseObject({
      address: v.string(),
      result: v.picklist(['applied', 'notApplied', 'unknown']),
      reason: text,
    }),
  ),
  chosen: texts,
  unexpected: v.optional(
    v.array(v.looseObject({ networkInterfaceNo: v.string(), appeared: texts, disappeared: texts })),
  ),
  reconciled: v.optional(v.boolean()),
  settled: v.optional(v.boolean()),
  requestId: text,
  durationMs: v.optional(v.number()),
  sentAt: v.optional(moment),
  before: sides,
  after: sides,
  error: v.optional(v.looseObject({ kind: v.string(), action: v.string(), apiMessage: text, code: text })),
});

/** The shape of src/change/journalEntry.ts as it must be found in a file. */
export const journalEntrySchema = v.looseObject({
  version: v.literal(1),
  id: v.string(),
  profile: v.looseObject({ id: v.string(), name: v.string() }),
  regionCode: v.string(),
  intent: v.looseObject({ items: v.array(item), undoes: text }),
  origin: v.optional(
    v.looseObject({
      kind: v.string(),
      file: text,
      isUnsaved: v.optional(v.literal(true)),
      commit: text,
      host: text,
      planDigest: text,
    }),
  ),
  plan: v.looseObject({
    version: v.literal(1),
    regionCode: v.string(),
    steps: v.array(step),
    changes: v.array(change),
    warnings: v.array(v.looseObject({ kind: v.string() })),
    undoes: text,
  }),
  startedAt: moment,
  finishedAt: v.optional(moment),
  state: v.picklist(['open', 'done']),
  result: v.optional(v.picklist(['applied', 'partly', 'notApplied', 'unknown'])),
  cancelled: v.optional(v.boolean()),
  recovered: v.optional(v.boolean()),
  steps: v.array(record),
  undoes: text,
  undoneBy: text,
  retriedBy: text,
  takenBack: v.optional(texts),
});
