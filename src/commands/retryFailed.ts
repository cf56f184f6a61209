import { l10n } from 'vscode';
import { failedItems } from '../plan/failedItems';
import type { CommandContext } from './commandContext';
import { entryOf, scopeOf } from './entryScope';
import { flagOption, type Arguments } from './readArguments';
import { readForEntry } from './readForEntry';
import { runChange } from './runChange';

/** Retry Failed: a new plan, on the network as it is now, for what a change did not achieve. By code: `{ entry, confirm: false }`. */
export async function retryFailed(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (!entry) return undefined;
  const scope = scopeOf(context, entry);
  const items = failedItems(entry);
  if (items.length === 0) throw new Error(l10n.t('Nothing of this change failed.'));
  const reading = await readForEntry(context, scope, entry, args);
  if (!reading) return undefined;
  return runChange(context, {
    scope,
    reading,
    intent: { items, ...(entry.undoes !== undefined && { undoes: entry.undoes }) },
    confirm: flagOption(args.options, 'confirm'),
  });
}
