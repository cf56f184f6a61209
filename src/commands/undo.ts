import { l10n } from 'vscode';
import { undoIntent } from '../plan/undoIntent';
import { createNamer } from '../ui/namer';
import { PlanRefused } from '../ui/planRefused';
import { canUndo } from '../ui/entryText';
import type { CommandContext } from './commandContext';
import { entryOf, scopeOf } from './entryScope';
import { flagOption, type Arguments } from './readArguments';
import { readForEntry } from './readForEntry';
import { runChange } from './runChange';

/**
 * Undo: the inverse of a change, planned on the network as it is now; refused with the reason when the world moved on.
 * Without an entry it is the newest change that can be undone. Redo is undo of the undo. By code: `{ entry, confirm: false }`.
 */
export async function undo(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = (await entryOf(context, args)) ?? (await context.history.list()).find(canUndo);
  if (!entry) throw new Error(l10n.t('There is no change to undo.'));
  const scope = scopeOf(context, entry);
  const reading = await readForEntry(context, scope, entry);
  if (!reading) return undefined;
  const inverse = undoIntent(entry, reading.network);
  if (!inverse.ok) throw new PlanRefused(inverse.problems, createNamer(reading.network));
  return runChange(context, { scope, reading, intent: inverse.intent, confirm: flagOption(args.options, 'confirm') });
}
