import { l10n } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import { askHeldItems, splitHeld } from './askHeldItems';
import { failedItems } from '../../plan/failedItems';
import type { IntentItem } from '../../plan/intent';
import type { Reading } from '../../session/networkState';
import { planTitle } from '../../words/changeText';
import { resultText } from '../../words/entryText';
import { UserError } from '../../ui/userError';
import type { CommandContext } from '../commandContext';
import { entryOf, refuseUnfinished, entryScopeOf } from '../history/entryScope';
import { openHistoryEntry } from '../history/openHistoryEntry';
import type { Arguments } from '../readArguments';
import { readForEntry } from './readForEntry';
import { runChange } from '../change/runChange';
import { canRetry } from '../../change/entryPolicy';

/**
 * Retry: a new plan, on the network as it is now, for what a change did not achieve. Where that was asked for again
 * already, the newer change knows what is left: it is opened, or retried instead. What somebody else holds by now is asked about
 * once. By code: `{ entry, confirm: false, allowReassign }`.
 */
export async function retryFailed(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (!entry) return undefined;
  refuseUnfinished(entry);
  if (entry.retriedBy !== undefined) return goOnFromNewer(context, entry, args);
  const scope = entryScopeOf(context, entry);
  const items = failedItems(entry);
  if (items.length === 0) throw new UserError(l10n.t('Nothing in this change failed.'));
  const reading = await readForEntry(context, scope, entry, args);
  if (!reading) return undefined;
  const wanted = await withTakeovers(context, args, reading, items);
  if (!wanted) return undefined;
  return runChange(context, {
    scope,
    reading,
    intent: { ...entry.intent, items: wanted, retries: entry.id },
    confirm: args.options.confirm,
  });
}

/** What is asked for again, once it is known whether whoever got hold of an address meanwhile may lose it. */
async function withTakeovers(
  { prompter }: Pick<CommandContext, 'prompter'>,
  { options, isProgrammatic }: Arguments,
  { network }: Reading,
  items: readonly IntentItem[],
): Promise<readonly IntentItem[] | undefined> {
  const held = splitHeld(items, network);
  if (held.losses.length === 0) return items;
  const allowed = options.allowReassign;
  if (allowed) return [...held.taken, ...held.others];
  if (isProgrammatic) return items;
  const answer = await askHeldItems(prompter, network, held, { title: l10n.t('Retry') });
  return answer?.kind === 'next' ? answer.value : undefined;
}

async function goOnFromNewer(context: CommandContext, entry: JournalEntry, args: Arguments): Promise<unknown> {
  const newer = await newestRetry(context, entry);
  if (!newer) throw new UserError(l10n.t('The failed items of this change were already retried.'));
  if (args.isProgrammatic) {
    throw new UserError(l10n.t('The failed items of this change were already retried in {0}.', newer.id));
  }
  const open = l10n.t('Open the Newer Change');
  const retry = l10n.t('Retry the Newer Change');
  const detail = `${planTitle(newer.plan)} · ${resultText(newer)}`;
  const answer = await context.prompter.pick({
    title: l10n.t('Retry'),
    placeholder: l10n.t('The failed items of this change were already retried.'),
    choices: [
      { label: open, detail, value: openHistoryEntry },
      ...(canRetry(newer) ? [{ label: retry, detail, value: retryFailed }] : []),
    ],
  });
  return answer?.kind === 'next'
    ? answer.value(context, { subjects: [], entryId: newer.id, options: {}, isProgrammatic: false })
    : undefined;
}

/** A retry may have been retried in turn. */
async function newestRetry(
  { history }: Pick<CommandContext, 'history'>,
  { id, retriedBy }: JournalEntry,
): Promise<JournalEntry | undefined> {
  const seen = new Set([id]);
  let newest: JournalEntry | undefined;
  for (let next = retriedBy; next !== undefined && !seen.has(next); next = newest?.retriedBy) {
    seen.add(next);
    newest = (await history.get(next)) ?? newest;
  }
  return newest;
}
