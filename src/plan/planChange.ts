import type { Network } from '../model/network';
import { collectWishes } from './collectWishes';
import { createDraft } from './draft';
import type { Intent } from './intent';
import { interfaceChanges } from './interfaceChanges';
import { orderSteps } from './orderSteps';
import type { PlanResult } from './plan';
import type { Planning, ReservedIn } from './planning';
import { planUnassigns } from './planUnassigns';
import { warningsFor } from './warningsFor';

/** What else decides whether a plan is allowed. */
export interface PlanContext {
  /** The profile may not write. */
  readonly readOnly?: boolean;
  /** Never proposed, and asked about where they are assigned. */
  readonly reservedIn?: ReservedIn;
}

/**
 * Makes the plan of an intent from the network as last read, or says everything that stands in its way.
 * Each step is exactly one call; items on the same interface share one. The same input gives the same plan.
 */
export function planChange(intent: Intent, network: Network, context: PlanContext = {}): PlanResult {
  if (context.readOnly) return { ok: false, problems: [{ kind: 'readOnlyProfile' }] };
  const { reservedIn = () => new Map<string, string>() } = context;
  const planning: Planning = {
    draft: createDraft(network),
    problems: [],
    warnings: [],
    steps: [],
    gained: new Set(),
    released: new Map(),
    reservedIn,
  };
  planUnassigns(intent.items, planning);
  orderSteps(collectWishes(intent.items, planning), planning);

  const { draft, problems, steps, warnings } = planning;
  if (problems.length > 0) return { ok: false, problems: problems.toSorted(byItem) };
  if (steps.length === 0) {
    const isAssigned = warnings.length > 0 && warnings.every(({ kind }) => kind === 'alreadyThere');
    return { ok: false, problems: [{ kind: 'nothingToDo', ...(isAssigned && { isAssigned }) }] };
  }
  const changes = interfaceChanges(network, draft, steps);
  return {
    ok: true,
    plan: {
      version: 1,
      regionCode: network.regionCode,
      steps: steps.map((step, index) => ({ id: index + 1, ...step })),
      changes,
      warnings: [...warnings, ...warningsFor(network, steps, changes, reservedIn)],
      ...(intent.undoes !== undefined && { undoes: intent.undoes }),
      ...(intent.isRedo && { isRedo: true }),
      ...(intent.items.every(({ kind }) => kind === 'move') && { isMove: true }),
    },
  };
}

function byItem(a: { readonly item?: number }, b: { readonly item?: number }): number {
  return (a.item ?? 0) - (b.item ?? 0);
}
