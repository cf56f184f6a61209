import { l10n } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import { isSettling } from '../../model/networkInterface';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import { planTitle } from '../../words/changeText';
import { withCancellableProgress, withViewProgress } from '../../ui/progress';
import type { KeysContext } from '../profiles/askKeys';
import type { CommandContext } from '../commandContext';
import { followUntilSettled } from '../change/settling';
import type { Arguments } from '../readArguments';
import { withKeys } from '../ask/withKeys';

/**
 * Reads the region anew for a change that follows on an earlier one. What that one touched may still be settling, when
 * waiting for it was cut short: then it is waited for, with Cancel. Undefined when the user does not want to wait,
 * or to enter the keys that are missing.
 */
export async function readForEntry(
  context: KeysContext & Pick<CommandContext, 'readers' | 'networks'>,
  scope: Scope,
  entry: JournalEntry,
  args: Arguments,
): Promise<Reading | undefined> {
  const refresh = (): Promise<Reading> => withViewProgress(() => context.networks.refresh(scope));
  const reading = await withKeys(context, scope.profile, args, refresh);
  if (!reading) return undefined;
  const touched = entry.plan.changes.map(({ networkInterfaceNo }) => networkInterfaceNo);
  const settling = touched.filter((no) => {
    const found = reading.network.interface(no);
    return found && isSettling(found);
  });
  if (settling.length === 0) return reading;
  const wasCancelled = await withCancellableProgress(planTitle(entry.plan), async (signal, report) => {
    report(l10n.t('waiting for it to settle'));
    await followUntilSettled(context, scope, settling, signal);
    return signal.aborted;
  });
  return wasCancelled ? undefined : context.networks.load(scope);
}
