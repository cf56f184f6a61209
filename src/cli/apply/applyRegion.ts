import { l10n } from 'vscode';
import type { Origin } from '../../change/journalEntry';
import type { Outcome } from '../../change/outcome';
import { shownName } from '../../words/shownName';
import { stepProgressText } from '../../words/change/stepProgressText';
import { outcomeText } from '../../words/change/outcomeText';
import type { OpenAccount } from '../account/openAccount';
import type { PlannedRegion } from '../plan/planOutput';
import type { Terminal } from '../terminal';
import type { Changes } from './openChanges';

/** Applies the plan of one region and tells what became of it, the last word on lost answers included. */
export async function applyRegion(
  terminal: Terminal,
  account: OpenAccount,
  { history, holdsOf }: Changes,
  { plan, regionCode, checked, name }: PlannedRegion,
  origin: Origin,
): Promise<Outcome> {
  const { applyPlan } = await import('../../change/applyPlan');
  const { api, log, settle, id, name: profileName } = account;
  const total = plan.steps.length;
  const journal = {
    store: history,
    id: await history.newId(),
    profile: { id, name: profileName },
    intent: checked.intent,
  };
  const first = await applyPlan(
    plan,
    {
      api,
      clock: terminal.clock,
      log,
      settle,
      holds: holdsOf(regionCode),
      onHeld: () => terminal.tell(l10n.t('Waiting for another run that changes the same network interface…')),
      journal: { ...journal, origin },
      onProgress: ({ step, phase }) => terminal.progress(stepProgressText(step, phase, total, name)),
    },
    terminal.signal,
  );
  if (first.looking) terminal.progress(l10n.t('A response was lost. Reading what happened…'));
  const outcome = first.looking ? await first.looking : first;
  terminal.progress(undefined);
  terminal.write(`${shownName(regionCode)}: ${outcomeText(outcome, name)}\n`);
  return outcome;
}
