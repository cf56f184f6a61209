import { env, l10n } from 'vscode';
import { entryDocument } from '../ui/entryText';
import { mention } from '../ui/notify';
import type { CommandContext } from './commandContext';
import { entryOf } from './entryScope';
import type { Arguments } from './readArguments';

/** Copies a change of the history as Markdown. */
export async function copyHistoryEntry(context: Pick<CommandContext, 'history'>, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (!entry) return undefined;
  await env.clipboard.writeText(entryDocument(entry));
  mention(l10n.t('Copied'), 3_000);
  return entry;
}
