import { l10n } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import { isSettling } from '../model/networkInterface';
import type { Reading, Scope } from '../session/networkStore';
import { entryTitle } from '../ui/entryText';
import { withCancellableProgress, withViewProgress } from '../ui/progress';
import type { CommandContext } from './commandContext';
import { followUntilSettled } from './followUntilSettled';

/**
 * Reads the region anew for a change that follows on an earlier one. What that one touched may still be settling, when
 * waiting for it was cut short: then it is waited for, with Cancel. Undefined when the user does not want to wait.
 */
export async function readForEntry(
  context: Pick<CommandContext, 'apis' | 'networks' | 'clock'>,
  scope: Scope,
  entry: JournalEntry,
): Promise<Reading | undefined> {
  const reading = await withViewProgress(() => context.networks.refresh(scope));
  const touched = entry.plan.changes.map(({ networkInterfaceNo }) => networkInterfaceNo);
  const settling = touched.filter((no) => {
    const found = reading.network.interface(no);
    return found && isSettling(found);
  });
  if (settling.length === 0) return reading;
  const wasCancelled = await withCancellableProgress(entryTitle(entry), async (signal, report) => {
    report(l10n.t('waiting until it is settled'));
    await followUntilSettled(context, scope, settling, signal);
    return signal.aborted;
  });
  return wasCancelled ? undefined : context.networks.load(scope);
}
