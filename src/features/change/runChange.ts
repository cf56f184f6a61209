import type { Asker } from '../../change/journalEntry';
import type { Outcome } from '../../change/outcome';
import type { Intent } from '../../plan/intent';
import type { Plan } from '../../plan/plan';
import { planDigest } from '../../plan/planDigest';
import { failedItems } from '../../plan/failedItems';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import { planTitle } from '../../words/changeText';
import { fileText } from '../../words/change/originText';
import type { PlanView } from '../../words/change/planDocument';
import { createNamer } from '../../words/namer';
import type { Answer } from '../../ui/prompter';
import { whereText } from '../../words/whereText';
import { withViewProgress } from '../../ui/progress';
import { setting } from '../../ui/settings';
import { applyPlanned } from './applyPlanned';
import { ensureKeys } from '../profiles/askKeys';
import type { CommandContext } from '../commandContext';
import { confirmAsked } from './confirmAsked';
import { confirmName, confirmRisk } from './confirmPlan';
import { currentScope } from '../ask/currentScope';
import { planFresh, type FreshPlan } from './planFresh';
import { planNow, refuseOther } from './planNow';
import { planSettled } from './planSettled';
import { reviewPlan } from './reviewPlan';
import { allowsUnattended, confirmationFor, type ConfirmationKind } from '../../plan/policy';

/** What carrying out a change needs. */
export type ChangeContext = Pick<
  CommandContext,
  | 'profiles'
  | 'credentials'
  | 'apis'
  | 'readers'
  | 'networks'
  | 'reservations'
  | 'scopes'
  | 'clock'
  | 'log'
  | 'history'
  | 'holds'
  | 'lastResult'
  | 'prompter'
  | 'documents'
  | 'sandbox'
>;

/** How a change has to be said yes to, whatever the policy and the settings say. */
export interface RequiredConfirmation {
  /** `none` counts in the sandbox only. */
  readonly kind: 'modal' | 'none';
  /** Called with the plan before somebody is asked, and after each answer; throws where it must not, or no longer, be applied. */
  readonly check: (plan: Plan) => void;
}

/** A change somebody wants, with the network that it was asked for on. */
export interface ChangeRequest {
  readonly scope: Scope;
  readonly reading: Reading;
  readonly intent: Intent;
  /**
   * Who asks, where it is not a person at the window: kept with the entry, with the digest of the plan that was said yes to.
   * The region is read once more after that yes: when its plan has another digest, the new plan is shown instead.
   */
  readonly origin?: Asker | undefined;
  /** What is wanted of the region as it is after the yes, where that depends on what is there and on what is done already. */
  readonly intentOn?: (reading: Reading, done: readonly Outcome[]) => Intent;
  /** What came of the plans before, where the network made another one necessary. */
  readonly done?: readonly Outcome[];
  /**
   * `false`: called by code that takes the responsibility, which counts only where the user lets code do so. Whatever it is,
   * code called: nobody is asked for keys then.
   */
  readonly confirm?: boolean | undefined;
  /** Somebody answered a question of ours on the way here: a person asks for this, not only code. */
  readonly isAttended?: boolean;
  /** The plan that a wizard's last step showed: it is what was said yes to, so none is made again. */
  readonly reviewed?: FreshPlan | undefined;
  /** Needs `origin`. Nothing else is offered in the place of this plan, and nobody is asked to wait. */
  readonly required?: RequiredConfirmation;
  /** Shown whatever the policy says: the network changed since it was confirmed. */
  readonly mustReview?: boolean;
}

/** The one way of every change: plan, review as its risk asks, apply, show. Undefined when the user thought better of it. */
export async function runChange(context: ChangeContext, request: ChangeRequest): Promise<Outcome | undefined> {
  const { intent, origin: asker, required, isAttended = false, mustReview = false } = request;
  const wanted = { ...request, scope: currentScope(context, request.scope) };
  const planned = await planFor(context, wanted);
  if (planned?.kind !== 'next') return undefined;
  const { plan } = planned.value;
  required?.check(plan);
  const scope = currentScope(context, request.scope);
  const { profile } = scope;
  const isUnattended = allowsUnattended(profile, setting('allowUnattendedChanges'));
  const confirm = request.confirm === false && !isUnattended ? undefined : request.confirm;
  const asked =
    confirm === false ? 'none' : confirmationFor(plan, profile, setting('confirm'), isAttended || isUnattended);
  const needed = required ? requiredKind(required, profile) : mustReview && asked === 'none' ? 'review' : asked;
  const view = viewOf(request, scope, planned.value);
  // A plan that was read in a review is asked about once: there its yes is named by what it does, and Enter alone gives none.
  if (!request.reviewed && !(await isAgreed(context, request, scope, view, needed))) return undefined;
  required?.check(plan);
  if (!(await isReady(context, scope, plan, confirm === undefined))) return undefined;
  required?.check(plan);
  const { digest } = view;
  // By code nobody was shown a plan.
  if (digest !== undefined && needed !== 'none') {
    const now = await planNow(context, request);
    if (digest !== now.digest) {
      // What an assistant proposed is that plan or none.
      if (required) return refuseOther(required.check, now);
      const next = { reading: now.reading, intent: now.intent, reviewed: undefined, mustReview: true };
      return runChange(context, { ...request, ...next });
    }
  }
  const origin = asker && digest !== undefined ? { ...asker, planDigest: digest } : undefined;
  const outcome = await applyPlanned(context, scope, { intent, plan, origin });
  return outcome.stale && confirm !== false && !required ? showNewPlan(context, request, outcome) : outcome;
}

/** The plan as it is shown: where it changes what, and which file asks for it as of when. */
function viewOf(request: ChangeRequest, scope: Scope, { plan, reading }: FreshPlan): PlanView {
  const { origin, mustReview: isNew = false } = request;
  return {
    plan,
    name: createNamer(reading.network),
    where: whereText(scope),
    digest: digestOf(request, plan),
    isNew,
    ...(origin?.kind === 'file' && { source: { file: fileText(origin), readAt: reading.readAt } }),
  };
}

/** Whether somebody said yes to the plan, where anybody is to be asked. */
async function isAgreed(
  context: ChangeContext,
  { required, origin }: ChangeRequest,
  scope: Scope,
  view: PlanView,
  needed: ConfirmationKind,
): Promise<boolean> {
  if (needed === 'none') return true;
  if (needed === 'modal') return required ? confirmAsked(context, scope, view, origin) : confirmRisk(context, view);
  const { plan, where, source } = view;
  const title = [planTitle(plan), where, ...(source ? [source.file] : [])].join(' · ');
  return (await reviewPlan(context, scope, view, { title }))?.kind === 'next';
}

/** An account is changed by nobody who did not say yes, whatever was asked for. */
function requiredKind({ kind }: RequiredConfirmation, { site }: Scope['profile']): ConfirmationKind {
  return kind === 'none' && site === 'sandbox' ? 'none' : 'modal';
}

/** The digest that counts for a change that somebody else than a person at the window asks for. */
function digestOf({ origin }: ChangeRequest, plan: Plan): string | undefined {
  return origin && planDigest(plan);
}

/** By code nobody is asked to wait for a change that is under way. */
async function planFor(context: ChangeContext, request: ChangeRequest): Promise<Answer<FreshPlan>> {
  if (request.reviewed) return { kind: 'next', value: request.reviewed };
  return request.confirm === undefined && !request.required
    ? planSettled(context, request, { title: whereText(request.scope) })
    : { kind: 'next', value: await planFresh(context, request) };
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
  const done = [...(request.done ?? []), outcome];
  const wanted = request.intentOn ? request.intentOn(reading, done) : { ...request.intent, items };
  if (wanted.items.length === 0) return outcome;
  const intent = { ...wanted, ...(entry !== undefined && { retries: entry }) };
  const next = { ...request, reading, intent, done, reviewed: undefined, mustReview: true };
  return (await runChange(context, next)) ?? outcome;
}
