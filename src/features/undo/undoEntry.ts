import { l10n } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import { leftToUndo, undoIntent } from '../../plan/undoIntent';
import type { Reading } from '../../session/networkState';
import { planTitle } from '../../words/changeText';
import { createNamer } from '../../words/namer';
import { PlanRefused } from '../../words/planRefused';
import { UserError } from '../../ui/userError';
import { activeScope, type CommandContext } from '../commandContext';
import { entryOf, refuseUnfinished, entryScopeOf } from '../history/entryScope';
import type { Arguments } from '../readArguments';
import { readForEntry } from './readForEntry';
import { runChange } from '../change/runChange';
import { canUndo } from '../../change/entryPolicy';

/** Undo of a row of the history. */
export async function undoEntry(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (!entry) throw new UserError(l10n.t('This change is not in the history.'));
  return takeBack(context, entry, args);
}

/** The inverse of a change, planned on the network as it is now; refused with the reason when the network changed since. */
export async function takeBack(context: CommandContext, entry: JournalEntry, args: Arguments): Promise<unknown> {
  refuseUnfinished(entry);
  const reading = await readForEntry(context, entryScopeOf(context, entry), entry, args);
  return reading && takeBackOn(context, reading, entry, args);
}

/**
 * Takes back the newest change of the account and region looked at that `isMeant` is true of; `none` says that there is
 * none. The history is shared by all accounts, regions and windows; what somebody takes back without looking is only what
 * they see. A change of which nothing is known to have happened is passed over when nothing of it is found in place; one that is not
 * finished never is: an older one in its stead is not what is meant.
 */
export async function takeBackNewest(
  context: CommandContext,
  args: Arguments,
  isMeant: (entry: JournalEntry) => boolean,
  none: string,
): Promise<unknown> {
  const active = activeScope(context.profiles);
  let reading: Reading | undefined;
  for (const entry of await context.history.list()) {
    if (entry.profile.id !== active?.profile.id || entry.regionCode !== active.regionCode) continue;
    if (entry.state === 'open') throw new UserError(unfinishedText(entry));
    if (!isMeant(entry)) continue;
    if (leftToUndo(entry).transfers.length > 0) return takeBack(context, entry, args);
    reading ??= await readForEntry(context, active, entry, args);
    if (!reading) return undefined;
    if (undoIntent(entry, reading.network).ok) return takeBackOn(context, reading, entry, args);
  }
  throw new UserError(none);
}

function unfinishedText({ plan }: JournalEntry): string {
  return l10n.t(
    '“{0}” is newer and not finished. Wait until its result is known, or undo an older change in the History view.',
    planTitle(plan),
  );
}

function takeBackOn(context: CommandContext, reading: Reading, entry: JournalEntry, args: Arguments): Promise<unknown> {
  const inverse = undoIntent(entry, reading.network);
  if (!inverse.ok) throw new PlanRefused(inverse.problems, createNamer(reading.network));
  const scope = entryScopeOf(context, entry);
  return runChange(context, { scope, reading, intent: inverse.intent, confirm: args.options.confirm });
}

/**
 * Undo: takes back the newest change of the account and region looked at that is no undo itself, so that repeating it walks
 * back through the history. By code `{ entry, confirm: false }` takes back that one. The row that has the focus is not what
 * is meant, although VS Code hands it to a button above its view: undoEntry is for rows.
 */
export async function undo(context: CommandContext, { options, isProgrammatic }: Arguments): Promise<unknown> {
  const asked: Arguments = { subjects: [], options, isProgrammatic };
  const entry = await entryOf(context, asked);
  if (entry) return takeBack(context, entry, asked);
  const none = l10n.t('Nothing to undo in the current account and region.');
  return takeBackNewest(context, asked, canUndo, none);
}
