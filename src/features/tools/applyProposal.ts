import { env } from 'vscode';
import { planDigest } from '../../plan/planDigest';
import type { Plan } from '../../plan/plan';
import { assistantAccess } from '../../session/profile';
import type { PlanStore, Proposal } from '../../tools/planStore';
import type { Applied, Wish } from '../../tools/tool';
import type { RefusedBecause } from '../../tools/toolRefused';
import { PlanRefused } from '../../words/planRefused';
import { activeScope } from '../commandContext';
import { runChange, type ChangeContext } from '../change/runChange';

/**
 * Asks the person at the window about an assistant's plan, in a dialog of ours that no approval elsewhere reaches, and applies
 * it. Only a sandbox whose profile says so is changed unasked. What was right before the question is looked at again after it.
 */
export async function applyProposal(
  context: ChangeContext,
  plans: Pick<PlanStore, 'refusal'>,
  proposal: Proposal,
  { intent, reading }: Wish,
  signal: AbortSignal,
): Promise<Applied> {
  const { scope, digest } = proposal;
  const check = (plan: Plan): void => {
    if (signal.aborted) throw new NoLonger('cancelled');
    const because = plans.refusal(proposal, activeScope(context.profiles));
    if (because) throw new NoLonger(because);
    if (planDigest(plan) !== digest) throw new NoLonger('stale');
  };
  const profile = context.profiles.get(scope.profile.id);
  const kind = profile && assistantAccess(profile) === 'apply' ? 'none' : 'modal';
  try {
    const outcome = await runChange(context, {
      scope,
      reading,
      intent,
      origin: { kind: 'assistant', host: env.appName },
      required: { kind, check },
    });
    return outcome ? { kind: 'done', outcome } : { kind: 'declined' };
  } catch (error) {
    if (error instanceof NoLonger) return { kind: 'refused', why: error.because };
    if (error instanceof PlanRefused) return { kind: 'refused', why: 'stale' };
    throw error;
  }
}

/** The plan must not be applied any more. */
class NoLonger extends Error {
  constructor(readonly because: RefusedBecause) {
    super(because);
  }
}
