import { l10n } from 'vscode';
import { dropAbsent } from '../../model/dropAbsent';
import { applyPlan } from '../../change/applyPlan';
import { planChange } from '../../plan/planChange';
import { planDigest } from '../../plan/planDigest';
import type { Reading } from '../../session/networkState';
import type { PlanStore, Proposal } from '../../tools/planStore';
import type { Applied, Wish } from '../../tools/tool';
import type { OpenAccount } from '../account/openAccount';
import type { Changes } from '../apply/openChanges';
import type { Approvals } from '../approval/approvals';
import type { Terminal } from '../terminal';
import { askAtTerminal } from './askAtTerminal';

/** What a server that may ask for changes has. */
export interface ApplyingDeps {
  readonly terminal: Pick<Terminal, 'clock' | 'tell'>;
  readonly account: OpenAccount;
  readonly changes: Changes;
  readonly approvals: Approvals;
  readonly plans: Pick<PlanStore, 'refusal'>;
  readonly readNow: () => Promise<Reading>;
}

/** Who asks, as far as that is known, and how it is told that a person has not answered yet. */
export interface Asker {
  readonly host: string | undefined;
  readonly onWaiting: (text: string) => void;
}

/**
 * Asks a person at a terminal about an assistant's plan, and applies it after a yes. What was right before the question is looked
 * at again after it: the plan is made anew on the network as it is then, and has to be the same one.
 */
export async function applyApproved(
  { terminal, account, changes, approvals, plans, readNow }: ApplyingDeps,
  proposal: Proposal,
  { intent }: Wish,
  { host, onWaiting }: Asker,
  signal: AbortSignal,
): Promise<Applied> {
  const { clock } = terminal;
  const { api, log, settle, gatewayUrl } = account;
  const { planId, digest, plan, scope, validUntil } = proposal;
  const { profile, regionCode } = scope;
  const command = `ncloud-ip approve ${planId}`;
  terminal.tell(l10n.t('An assistant asks for a change. To read and answer it, run: {0}', command));
  const answer = await askAtTerminal(
    {
      approvals,
      clock,
      onWaiting: () => onWaiting(`Waiting for the user to run \`${command}\` in a terminal.`),
      onForged: () => log.warn(`an answer to plan ${planId} was not written by ncloud-ip approve: ignored`),
    },
    {
      ...{ planId, digest, plan, gatewayUrl, regionCode, validUntil },
      profile: profile.name,
      askedAt: clock.now(),
      ...dropAbsent({ host }),
    },
    signal,
  );
  log.info(`plan ${planId} at the terminal: ${answer}`);
  if (answer === 'no') return { kind: 'declined' };
  if (answer !== 'yes') return { kind: 'refused', why: answer };
  const fresh = await readNow();
  const planned = planChange(intent, fresh.network, { readOnly: profile.protection === 'readOnly' });
  if (!planned.ok || planDigest(planned.plan) !== digest) return { kind: 'refused', why: 'stale' };
  const because = signal.aborted ? 'cancelled' : plans.refusal(proposal, scope);
  if (because) return { kind: 'refused', why: because };
  const id = await changes.history.newId();
  const outcome = await applyPlan(
    planned.plan,
    {
      ...{ api, clock, log, settle },
      holds: changes.holdsOf(regionCode),
      journal: {
        store: changes.history,
        id,
        profile: { id: profile.id, name: profile.name },
        intent,
        origin: { kind: 'assistant', ...dropAbsent({ host }), planDigest: digest },
      },
    },
    signal,
  );
  return { kind: 'done', outcome };
}
