import type { JournalEntry } from '../change/journalEntry';
import type { Network } from '../model/network';
import type { Intent } from '../plan/intent';
import type { Plan, Problem } from '../plan/plan';
import { planChange } from '../plan/planChange';
import { undoIntent } from '../plan/undoIntent';
import type { Scope } from '../session/scope';

/** What a plan is made of, so that it can be made anew on the network of another moment. */
export type PlanSource =
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** The inverse of a change, by the id of its entry. */
  | { readonly kind: 'undo'; readonly entry: JournalEntry };

/** A plan with the intent behind it, or all that stands in its way. */
export type PlannedFrom =
  | { readonly ok: true; readonly plan: Plan; readonly intent: Intent }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where a plan is made, and what is kept for others there. */
interface PlanPlace {
  readonly deps: { reservedIn(scope: Scope, subnetNo: string): ReadonlyMap<string, string> };
  readonly scope: Scope;
}

/** The plan on this network: the same source and the same network give the same plan, and so the same digest. */
export function planFrom(source: PlanSource, network: Network, { deps, scope }: PlanPlace): PlannedFrom {
  const wanted = source.kind === 'intent' ? { ok: true as const, ...source } : undoIntent(source.entry, network);
  if (!wanted.ok) return wanted;
  const { intent } = wanted;
  const planned = planChange(intent, network, {
    readOnly: scope.profile.protection === 'readOnly',
    reservedIn: (subnetNo) => deps.reservedIn(scope, subnetNo),
  });
  return planned.ok ? { ...planned, intent } : planned;
}
