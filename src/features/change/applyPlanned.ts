import { l10n } from 'vscode';
import { holdsIn } from '../../change/interfaceHolds';
import type { Origin } from '../../change/journalEntry';
import type { EndReason, Outcome } from '../../change/outcome';
import type { Intent } from '../../plan/intent';
import type { Plan } from '../../plan/plan';
import { touchedBy } from '../../plan/stepDrift';
import type { ApiLease } from '../../session/apiPool';
import { placeKey, type Scope } from '../../session/scope';
import { planTitle } from '../../words/changeText';
import { withCancellableProgress } from '../../ui/progress';
import { stepProgressText } from '../../words/change/stepProgressText';
import type { CommandContext } from '../commandContext';
import { currentScope } from '../ask/currentScope';
import { followUntilSettled, settleSchedule } from './settling';
import { namerOf } from '../ask/namerOf';
import { readRefused } from './readRefused';
import { showOutcome } from './showOutcome';
import { stackOf } from '../../api/logger';

type Context = Pick<
  CommandContext,
  'profiles' | 'apis' | 'readers' | 'networks' | 'scopes' | 'clock' | 'log' | 'history' | 'holds' | 'lastResult'
>;

/** A plan that was said yes to, what it was made for, and who asked when it was not a person here. */
export interface Planned {
  readonly intent: Intent;
  readonly plan: Plan;
  readonly origin?: Origin | undefined;
}

/**
 * Applies a plan that was said yes to: progress with Cancel, the tree follows, the result is told with Undo. The change keeps
 * the client, and so the keys, that it was begun with. Where an answer was lost the last word is told when it is known.
 */
export async function applyPlanned(
  context: Context,
  scope: Scope,
  { intent, plan, origin }: Planned,
): Promise<Outcome> {
  const { networks, clock, log, history } = context;
  const { profile } = currentScope(context, scope);
  const [lease, { applyPlan }] = await Promise.all([context.apis.lease(profile), import('../../change/applyPlan')]);
  const touched = [...new Set(plan.steps.flatMap(touchedBy))];
  const id = await history.newId();
  const total = plan.steps.length;
  const follow = networks.following(scope);
  let busy = touched;
  networks.setBusy(scope, busy, true);
  const settle = (outcome: Outcome): void => {
    const { looking } = outcome;
    try {
      showOutcome(context, scope, outcome, id);
    } catch (error) {
      // What it came to stands in the history all the same.
      log.error(`showing the outcome of ${id}: ${stackOf(error)}`);
    }
    const stillRead = outcome.steps
      .filter(({ isInterim }) => looking && isInterim)
      .flatMap(({ step }) => touchedBy(step));
    networks.setBusy(
      scope,
      busy.filter((no) => !stillRead.includes(no)),
      false,
    );
    busy = busy.filter((no) => stillRead.includes(no));
    if (looking) return void looking.then(settle);
    lease.release();
    if (outcome.steps.every(({ settled }) => settled)) return;
    // Cancelled while an interface was settling, or given up: the tree would say "being configured" indefinitely.
    void followUntilSettled(context, scope, touched).catch((error: unknown) =>
      log.warn(`following after the change: ${String(error)}`),
    );
  };
  try {
    const outcome = await withCancellableProgress(planTitle(plan), (signal, report) => {
      const name = namerOf(networks, scope);
      return applyPlan(
        plan,
        {
          api: lease.api,
          clock,
          log,
          settle: settleSchedule(profile),
          readOnly: currentScope(context, scope).profile.protection === 'readOnly',
          endReason: () => endReason(context, scope, lease),
          holds: holdsIn(context.holds, placeKey(scope)),
          onHeld: () => report(l10n.t('waiting for another change on the same interface')),
          journal: { store: history, id, profile: { id: profile.id, name: profile.name }, intent, origin },
          onInterfaces: follow,
          onProgress: ({ step, phase }) =>
            report(stepProgressText(step, phase, total, name), phase === 'done' ? 100 / total : 0),
        },
        signal,
      );
    });
    await readRefused(context, scope, outcome);
    settle(outcome);
    return outcome;
  } catch (error) {
    lease.release();
    networks.setBusy(scope, busy, false);
    throw error;
  }
}

/** What a change was begun with may go while it runs: then its next step is not sent. */
async function endReason(
  { profiles }: Pick<Context, 'profiles'>,
  { profile }: Scope,
  lease: ApiLease,
): Promise<EndReason | undefined> {
  const now = profiles.get(profile.id);
  if (!now) return 'profileRemoved';
  if (now.protection === 'readOnly') return 'readOnly';
  return (await lease.isCurrent()) ? undefined : 'keysReplaced';
}
