import type { Outcome } from '../change/outcome';
import { askReview } from '../flows/askReview';
import type { Intent } from '../plan/intent';
import type { Plan } from '../plan/plan';
import { failedItems } from '../plan/failedItems';
import { planChange } from '../plan/planChange';
import type { Reading, Scope } from '../session/networkStore';
import { planTitle } from '../ui/changeText';
import { confirmationFor } from '../ui/confirmPolicy';
import { createNamer } from '../ui/namer';
import { PlanRefused } from '../ui/planRefused';
import { whereText } from '../ui/whereText';
import { withViewProgress } from '../ui/progress';
import { setting } from '../ui/settings';
import { applyPlanned } from './applyPlanned';
import { ensureKeys } from './askKeys';
import type { CommandContext } from './commandContext';
import { confirmName, confirmRisk } from './confirmPlan';
import { currentScope } from './currentScope';

/** What carrying out a change needs. */
export type ChangeContext = Pick<
  CommandContext,
  | 'profiles'
  | 'credentials'
  | 'apis'
  | 'networks'
  | 'scopes'
  | 'clock'
  | 'log'
  | 'history'
  | 'holds'
  | 'prompter'
  | 'documents'
>;

/** A change somebody wants, with the network that it was asked for on. */
export interface ChangeRequest {
  readonly scope: Scope;
  readonly reading: Reading;
  readonly intent: Intent;
  /** `false`: called by code that takes the responsibility. Whatever it is, code called: nobody is asked for keys then. */
  readonly confirm?: boolean | undefined;
  /** The plan was read in a wizard's last step. */
  readonly wasReviewed?: boolean;
  /** Shown whatever the policy says: the world moved on since somebody said yes. */
  readonly mustReview?: boolean;
}

/** The plan of an intent, or PlanRefused with everything that stands in its way. */
export function planOrRefuse({ scope, reading: { network }, intent }: Omit<ChangeRequest, 'confirm'>): Plan {
  const result = planChange(intent, network, { readOnly: scope.profile.protection === 'readOnly' });
  if (!result.ok) throw new PlanRefused(result.problems, createNamer(network));
  return result.plan;
}

/** The one way of every change: plan, review as its risk asks, apply, show. Undefined when the user thought better of it. */
export async function runChange(context: ChangeContext, request: ChangeRequest): Promise<Outcome | undefined> {
  const { reading, intent, confirm = true, wasReviewed = false, mustReview = false } = request;
  const scope = currentScope(context, request.scope);
  const plan = planOrRefuse({ ...request, scope });
  const asked = confirm ? confirmationFor(plan, scope.profile, setting('confirm')) : 'none';
  const needed = mustReview && asked === 'none' ? 'review' : asked;
  if (needed === 'review' && !wasReviewed) {
    const where = whereText(scope);
    const view = { plan, name: createNamer(reading.network), where };
    const answer = await askReview(context, view, { title: `${planTitle(plan)} · ${where}` });
    if (answer?.kind !== 'next') return undefined;
  }
  if (needed === 'modal' && !(await confirmRisk(context, plan, scope, reading.network, wasReviewed))) return undefined;
  if (!(await isReady(context, scope, plan, request.confirm === undefined))) return undefined;
  const outcome = await applyPlanned(context, scope, intent, plan);
  return outcome.stale && confirm ? showNewPlan(context, request, outcome) : outcome;
}

/**
 * The last questions. While one is answered, temporary keys may end and protection may be set: so the name of the interface
 * is decided about last, with the profile as it is then, and after it the keys are looked at once more.
 */
async function isReady(context: ChangeContext, scope: Scope, plan: Plan, mayAskKeys: boolean): Promise<boolean> {
  for (let isNameTyped = false; ; isNameTyped = true) {
    if (mayAskKeys && !(await ensureKeys(context, currentScope(context, scope).profile))) return false;
    const { profile } = currentScope(context, scope);
    if (isNameTyped || profile.protection !== 'protected') return true;
    if (!(await confirmName(context, plan, profile))) return false;
  }
}

/** Somebody changed the network between the yes and the call: what is left is planned anew, and shown before anything is sent. */
async function showNewPlan(
  context: ChangeContext,
  request: ChangeRequest,
  outcome: Outcome,
): Promise<Outcome | undefined> {
  const items = failedItems(outcome);
  if (items.length === 0) return outcome;
  const reading = await withViewProgress(() => context.networks.refresh(request.scope));
  const { entry } = outcome;
  const intent = { ...request.intent, items, ...(entry !== undefined && { retries: entry }) };
  const next = { ...request, reading, intent, wasReviewed: false, mustReview: true };
  return (await runChange(context, next)) ?? outcome;
}
