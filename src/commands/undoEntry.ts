import { l10n } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import { undoIntent } from '../plan/undoIntent';
import { createNamer } from '../ui/namer';
import { PlanRefused } from '../ui/planRefused';
import type { CommandContext } from './commandContext';
import { entryOf, scopeOf } from './entryScope';
import { flagOption, type Arguments } from './readArguments';
import { readForEntry } from './readForEntry';
import { runChange } from './runChange';

/** Undo of a row of the history. */
export async function undoEntry(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (!entry) throw new Error(l10n.t('There is no such change in the history.'));
  return takeBack(context, entry, args);
}

/** The inverse of a change, planned on the network as it is now; refused with the reason when the world moved on. */
export async function takeBack(context: CommandContext, entry: JournalEntry, args: Arguments): Promise<unknown> {
  const scope = scopeOf(context, entry);
  const reading = await readForEntry(context, scope, entry, args);
  if (!reading) return undefined;
  const inverse = undoIntent(entry, reading.network);
  if (!inverse.ok) throw new PlanRefused(inverse.problems, createNamer(reading.network));
  return runChange(context, { scope, reading, intent: inverse.intent, confirm: flagOption(args.options, 'confirm') });
}
