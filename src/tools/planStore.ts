import type { Clock } from '../change/applyDeps';
import type { Plan } from '../plan/plan';
import { planDigest } from '../plan/planDigest';
import { assistantAccess } from '../session/profile';
import { isSameScope, type Scope } from '../session/scope';
import type { PlanSource } from './planFrom';
import type { RefusedBecause } from './toolRefused';

/** So long (ms) a plan may be applied. */
const planLifeMs = 10 * 60_000;

/** An assistant that only plans does not fill the memory. */
const mostPlans = 100;

/** A plan that an assistant made, and that nothing was done about yet. */
export interface Proposal {
  readonly planId: string;
  readonly digest: string;
  readonly plan: Plan;
  /** What it was made from, to make it anew. */
  readonly source: PlanSource;
  readonly scope: Scope;
  /** Epoch ms. */
  readonly madeAt: number;
  /** Epoch ms. */
  readonly validUntil: number;
}

/** The plans of one window or server. They are gone with it. */
export interface PlanStore {
  propose(plan: Plan, source: PlanSource, scope: Scope): Proposal;
  /**
   * Spends a plan, once and at once: of two calls the second one gets `spent`. What is refused otherwise is not spent. Until
   * `done`, every other plan is refused as `busy`: a person has one question to answer at a time.
   */
  spend(planId: string, digest: string, scope: Scope | undefined): Proposal | RefusedBecause;
  done(proposal: Proposal): void;
  /** A plan that nothing was done about yet. */
  find(planId: string): Proposal | undefined;
  /** Why a plan that was spent must not be applied any more, as the profile is looked at now. */
  refusal(proposal: Proposal, scope: Scope | undefined): RefusedBecause | undefined;
}

/** `newId` makes ids that nobody guesses. */
export function createPlanStore(clock: Pick<Clock, 'now'>, newId: () => string): PlanStore {
  const open = new Map<string, Proposal>();
  const spent = new Set<string>();
  let underWay: Proposal | undefined;
  const refusal = (proposal: Proposal, scope: Scope | undefined): RefusedBecause | undefined => {
    if (!scope || !isSameScope(scope, proposal.scope) || isElsewhere(scope, proposal.scope)) return 'otherPlace';
    if (!['propose', 'apply'].includes(assistantAccess(scope.profile))) return 'lookOnly';
    if (scope.profile.protection === 'readOnly') return 'readOnly';
    const now = clock.now();
    // A clock that was set back makes no plan younger.
    return now < proposal.madeAt || now > proposal.validUntil ? 'expired' : undefined;
  };
  return {
    propose(plan, source, scope) {
      const madeAt = clock.now();
      const times = { madeAt, validUntil: madeAt + planLifeMs };
      const proposal = { planId: newId(), digest: planDigest(plan), plan, source, scope, ...times };
      open.set(proposal.planId, proposal);
      for (const [oldest] of open) if (open.size > mostPlans) open.delete(oldest);
      return proposal;
    },
    spend(planId, digest, scope) {
      if (spent.has(planId)) return 'spent';
      const proposal = open.get(planId);
      if (!proposal) return 'unknownPlan';
      if (proposal.digest !== digest) return 'wrongDigest';
      const because = refusal(proposal, scope);
      if (because) return because;
      if (underWay) return 'busy';
      open.delete(planId);
      spent.add(planId);
      return (underWay = proposal);
    },
    done(proposal) {
      if (underWay === proposal) underWay = undefined;
    },
    find: (planId) => open.get(planId),
    refusal,
  };
}

/** The same profile may have been pointed at another account's gateway. */
function isElsewhere({ profile: now }: Scope, { profile: then }: Scope): boolean {
  return now.site !== then.site || now.gatewayUrl !== then.gatewayUrl;
}
