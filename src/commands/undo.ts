import { l10n } from 'vscode';
import { undoIntent } from '../plan/undoIntent';
import { createNamer } from '../ui/namer';
import { PlanRefused } from '../ui/planRefused';
import { canUndo } from '../ui/entryText';
import { activeScope, type CommandContext } from './commandContext';
import { entryOf, scopeOf } from './entryScope';
import { flagOption, type Arguments } from './readArguments';
import { readForEntry } from './readForEntry';
import { runChange } from './runChange';

/**
 * Undo: the inverse of a change, planned on the network as it is now; refused with the reason when the world moved on.
 * Without an entry it is the newest change of the account and region looked at that can be undone. Redo is undo of the undo. By code: `{ entry, confirm: false }`.
 */
export async function undo(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = (await entryOf(context, args)) ?? (await newestHere(context));
  if (!entry) throw new Error(l10n.t('There is no change to undo in the account and region you look at.'));
  const scope = scopeOf(context, entry);
  const reading = await readForEntry(context, scope, entry);
  if (!reading) return undefined;
  const inverse = undoIntent(entry, reading.network);
  if (!inverse.ok) throw new PlanRefused(inverse.problems, createNamer(reading.network));
  return runChange(context, { scope, reading, intent: inverse.intent, confirm: flagOption(args.options, 'confirm') });
}

/** The history is shared by all accounts, regions and windows; what somebody takes back without looking is only what they see. */
async function newestHere({ history, profiles }: Pick<CommandContext, 'history' | 'profiles'>) {
  const active = activeScope(profiles);
  const entries = await history.list();
  return entries.find(
    (entry) => canUndo(entry) && entry.profile.id === active?.profile.id && entry.regionCode === active.regionCode,
  );
}
