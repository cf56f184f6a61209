import { linksIn } from '../ui/documentLinks';
import { entryDocument, entryPath } from '../ui/entryText';
import type { CommandContext } from './commandContext';
import { entryOf } from './entryScope';
import type { Arguments } from './readArguments';

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
