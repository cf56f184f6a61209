import { l10n } from 'vscode';
import { canUndo } from '../ui/entryText';
import { activeScope, type CommandContext } from './commandContext';
import { entryOf } from './entryScope';
import type { Arguments } from './readArguments';
import { takeBack } from './undoEntry';

/**
 * Undo: takes back the newest change of the account and region looked at that can be undone. By code
 * `{ entry, confirm: false }` takes back that one. Redo is undo of the undo. The row that has the focus is not what is
 * meant, although VS Code hands it to a button above its view: undoEntry is for rows.
 */
export async function undo(context: CommandContext, { options, isProgrammatic }: Arguments): Promise<unknown> {
  const asked: Arguments = { subjects: [], options, isProgrammatic };
  const entry = (await entryOf(context, asked)) ?? (await newestHere(context));
  if (!entry) throw new Error(l10n.t('There is no change to undo in the account and region you look at.'));
  return takeBack(context, entry, asked);
}

/** The history is shared by all accounts, regions and windows; what somebody takes back without looking is only what they see. */
async function newestHere({ history, profiles }: Pick<CommandContext, 'history' | 'profiles'>) {
  const active = activeScope(profiles);
  const entries = await history.list();
  return entries.find(
    (entry) => canUndo(entry) && entry.profile.id === active?.profile.id && entry.regionCode === active.regionCode,
  );
}
