import { l10n } from 'vscode';
import { isUndo } from '../../plan/undoIntent';
import { UserError } from '../../ui/userError';
import type { CommandContext } from '../commandContext';
import { entryOf } from '../history/entryScope';
import type { Arguments } from '../readArguments';
import { takeBack, takeBackNewest } from './undoEntry';
import { canRedo } from '../../change/entryPolicy';

/**
 * Redo: takes back the undo of a row, or the newest undo of the account and region looked at, so that repeating it walks
 * forward again. By code `{ entry, confirm: false }` takes back that one.
 */
export async function redo(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (!entry) {
    const none = l10n.t('Nothing to redo in the current account and region.');
    return takeBackNewest(context, args, canRedo, none);
  }
  if (!isUndo(entry.plan)) throw new UserError(l10n.t('Only an undo can be redone, and this change is not an undo.'));
  return takeBack(context, entry, args);
}
