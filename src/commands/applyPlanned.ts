import type { Outcome } from '../change/outcome';
import type { Intent } from '../plan/intent';
import type { Plan } from '../plan/plan';
import type { Scope } from '../session/networkStore';
import { planTitle } from '../ui/changeText';
import { withCancellableProgress } from '../ui/progress';
import { stepProgressText } from '../ui/stepProgressText';
import type { CommandContext } from './commandContext';
import { currentScope } from './currentScope';
import { followUntilSettled } from './followUntilSettled';
import { namerOf } from './namerOf';
import { settleSchedule } from './settleSchedule';
import { showOutcome } from './showOutcome';

/** Applies a plan that was said yes to: progress with Cancel, the tree follows, the result is told with Undo. */
export async function applyPlanned(
  context: Pick<CommandContext, 'profiles' | 'apis' | 'networks' | 'scopes' | 'clock' | 'log' | 'history'>,
  scope: Scope,
  intent: Intent,
  plan: Plan,
): Promise<Outcome> {
  const { networks, clock, log, history } = context;
  const { profile } = currentScope(context, scope);
  const [api, { applyPlan }] = await Promise.all([context.apis.get(profile), import('../change/applyPlan')]);
  const touched = plan.changes.map(({ networkInterfaceNo }) => networkInterfaceNo);
  const id = await history.newId();
  const total = plan.steps.length;
  networks.setBusy(scope, touched, true);
  try {
    const outcome = await withCancellableProgress(planTitle(plan), (signal, report) => {
      const name = namerOf(networks, scope);
      return applyPlan(
        plan,
        {
          api,
          clock,
          log,
          settle: settleSchedule(profile),
          readOnly: currentScope(context, scope).profile.protection === 'readOnly',
          journal: { store: history, id, profile: { id: profile.id, name: profile.name }, intent },
          onInterfaces: (fresh, gone) => networks.follow(scope, fresh, gone),
          onProgress: ({ step, phase }) =>
            report(stepProgressText(step, phase, total, name), phase === 'done' ? 100 / total : 0),
        },
        signal,
      );
    });
    showOutcome(context, scope, outcome, id);
    if (outcome.steps.some(({ settled }) => !settled)) {
      // Cancelled while an interface was settling, or given up: the tree would say "being configured" for ever.
      void followUntilSettled(context, scope, touched).catch((error: unknown) =>
        log.warn(`following after the change: ${String(error)}`),
      );
    }
    return outcome;
  } finally {
    networks.setBusy(scope, touched, false);
  }
}
