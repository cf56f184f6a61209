import { l10n } from 'vscode';
import { canUndo } from '../ui/entryText';
import type { CommandContext } from './commandContext';
import { entryOf } from './entryScope';
import type { Arguments } from './readArguments';
import { takeBack, takeBackNewest } from './undoEntry';

/**
 * Undo: takes back the newest change of the account and region looked at that is no undo itself, so that repeating it walks
 * back through the history. By code `{ entry, confirm: false }` takes back that one. The row that has the focus is not what
 * is meant, although VS Code hands it to a button above its view: undoEntry is for rows.
 */
export async function undo(context: CommandContext, { options, isProgrammatic }: Arguments): Promise<unknown> {
  const asked: Arguments = { subjects: [], options, isProgrammatic };
  const entry = await entryOf(context, asked);
  if (entry) return takeBack(context, entry, asked);
  const none = l10n.t('There is no change to undo in the account and region you look at.');
  return takeBackNewest(context, asked, canUndo, none);
}
