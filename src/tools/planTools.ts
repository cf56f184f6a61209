import * as v from 'valibot';
import { dropAbsent } from '../model/dropAbsent';
import type { Intent, IntentItem } from '../plan/intent';
import { canUndo } from '../change/entryPolicy';
import type { Network } from '../model/network';
import type { Problem } from '../plan/plan';
import { createInterfaceNames } from '../plan/interfaceNames';
import { unmarked } from './foreign';
import { entriesHere } from './getHistory';
import { interfaceInput } from './getInterface';
import { planAnswer, problemsAnswer } from './planAnswer';
import { planFrom, type PlanSource } from './planFrom';
import { defineTool, type ToolCall } from './tool';
import { ToolRefused } from './toolRefused';

const addresses = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(20));
const change = v.variant('kind', [
  v.strictObject({
    kind: v.literal('assign'),
    interface: interfaceInput,
    addresses: v.optional(addresses),
    count: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5), v.description('So many more, unseen ones')),
    ),
    takeOver: v.optional(v.pipe(v.boolean(), v.description('Take addresses that others hold'))),
  }),
  v.strictObject({ kind: v.literal('unassign'), interface: interfaceInput, addresses }),
  v.strictObject({
    kind: v.literal('move'),
    interface: v.pipe(interfaceInput, v.description('Target')),
    addresses,
    from: v.optional(interfaceInput),
  }),
]);
type Change = v.InferOutput<typeof change>;

/** A plan of what somebody wants. */
export const planChangeTool = defineTool({
  input: v.strictObject({ changes: v.pipe(v.array(change), v.minLength(1), v.maxLength(20)) }),
  needs: 'propose',
  async run({ changes }, call) {
    const reading = await call.deps.read(call.scope, 'now');
    const { items, problems } = itemsOf(changes, reading.network);
    if (problems.length > 0) return problemsAnswer(call, reading, problems);
    const intent: Intent = { items };
    return propose(call, reading, { kind: 'intent', intent });
  },
});

/** A plan that takes back a change of the history. */
export const planUndoTool = defineTool({
  input: v.strictObject({ entry: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
  needs: 'propose',
  async run({ entry: id }, call) {
    const entries = entriesHere(call, await call.deps.history());
    const entry = id === undefined ? entries.find(canUndo) : entries.find((one) => one.id === unmarked(id));
    if (!entry) throw new ToolRefused(id === undefined ? 'nothingToUndo' : 'unknownEntry');
    if (entry.state === 'open') throw new ToolRefused('unfinishedEntry');
    return propose(call, await call.deps.read(call.scope, 'now'), { kind: 'undo', entry });
  },
});

function propose(call: ToolCall, reading: Awaited<ReturnType<ToolCall['deps']['read']>>, source: PlanSource): object {
  const planned = planFrom(source, reading.network, call);
  return planned.ok ? planAnswer(call, reading, planned.plan, source) : problemsAnswer(call, reading, planned.problems);
}

/** Wishes in the words of the tree as wishes by number. */
function itemsOf(changes: readonly Change[], network: Network): { items: IntentItem[]; problems: Problem[] } {
  const names = createInterfaceNames(network);
  const problems: Problem[] = [];
  const items = changes.map((one, item): IntentItem => {
    const find = (name: string): string => {
      const found = names.find(unmarked(name));
      if (typeof found === 'string') return found;
      problems.push({ ...found, item });
      return '';
    };
    const networkInterfaceNo = find(one.interface);
    const secondaryIps = one.addresses ?? [];
    switch (one.kind) {
      case 'assign':
        return {
          kind: 'assign',
          networkInterfaceNo,
          secondaryIps,
          ...dropAbsent({ propose: one.count, allowReassign: one.takeOver ? true : undefined }),
        };
      case 'unassign':
        return { kind: 'unassign', networkInterfaceNo, secondaryIps };
      case 'move':
        return {
          kind: 'move',
          networkInterfaceNo,
          secondaryIps,
          ...(one.from !== undefined && { from: find(one.from) }),
        };
    }
  });
  return { items, problems };
}
