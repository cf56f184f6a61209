import { commands, l10n } from 'vscode';
import type { Outcome } from '../../change/outcome';
import type { CommandId } from '../../contributions';
import { isUndo } from '../../plan/undoIntent';
import type { Scope } from '../../session/scope';
import { notify } from '../../ui/notify';
import { outcomeSeverity, outcomeText } from '../../words/change/outcomeText';
import { whereText } from '../../words/whereText';
import type { CommandContext } from '../commandContext';
import { namerOf } from '../ask/namerOf';

/** Tells what became of a change and offers what follows. Nobody waits for the answer: the change is done either way. */
export function showOutcome(
  { networks, scopes, log, lastResult }: Pick<CommandContext, 'networks' | 'scopes' | 'log' | 'lastResult'>,
  scope: Scope,
  outcome: Outcome,
  entryId: string,
): void {
  // Two accounts may have interfaces of the same name: where several are shown, the one that was changed is named.
  const where = scopes.shown().length > 1 ? [`${whereText(scope)}:`] : [];
  const message = [...where, outcomeText(outcome, namerOf(networks, scope))].join(' ');
  const severity = outcomeSeverity(outcome);
  log.info(`change ${entryId}: ${outcome.result}`);
  const isFinished = outcome.steps.every(({ result, isInterim }) => result === 'applied' || isInterim);
  // Cancelled before it began: there is no entry to go on from.
  const hasEntry = outcome.entry !== undefined || outcome.journalFailed;
  // The message goes, the result stays within reach.
  if (hasEntry) lastResult.set({ scope, outcome, message, entryId });
  const actions = new Map<string, [CommandId, ...unknown[]]>([
    ...(outcome.result === 'applied' || outcome.result === 'partly'
      ? [
          isUndo(outcome.plan)
            ? ([l10n.t('Redo'), ['ncloudIp.redo', { entry: entryId }]] as const)
            : ([l10n.t('Undo'), ['ncloudIp.undo', { entry: entryId }]] as const),
        ]
      : []),
    ...(isFinished || outcome.looking
      ? []
      : [[l10n.t('Retry'), ['ncloudIp.retryFailed', { entry: entryId }]] as const]),
    ...(outcome.result === 'applied' || outcome.result === 'partly'
      ? [[l10n.t('Guest OS Commands'), ['ncloudIp.guestOsCommands', { entry: entryId }]] as const]
      : []),
    [l10n.t('Details'), ['ncloudIp.openHistoryEntry', { entry: entryId }]],
  ] as [string, [CommandId, ...unknown[]]][]);
  void notify(severity, message, ...(hasEntry ? actions.keys() : [])).then((chosen) => {
    const action = chosen === undefined ? undefined : actions.get(chosen);
    if (action) void commands.executeCommand(...action);
  });
}
