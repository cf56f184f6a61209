import { env, l10n } from 'vscode';
import { linksIn } from '../../words/documentLinks';
import { entryDocument, entryPath } from '../../words/entryText';
import type { CommandContext } from '../commandContext';
import { entryOf } from './entryScope';
import type { Arguments } from '../readArguments';
import { mention } from '../../ui/notify';

/** Opens a change of the history as a document to read. */
export async function openHistoryEntry(
  context: Pick<CommandContext, 'history' | 'documents'>,
  args: Arguments,
): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (!entry) return undefined;
  await context.documents.open(entryPath(entry), entryDocument(entry, linksIn(entry.profile.id, entry.regionCode)));
  return entry;
}

/** Copies a change of the history as Markdown. */
export async function copyHistoryEntry(context: Pick<CommandContext, 'history'>, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (!entry) return undefined;
  await env.clipboard.writeText(entryDocument(entry));
  mention(l10n.t('Copied'), 3_000);
  return entry;
}
