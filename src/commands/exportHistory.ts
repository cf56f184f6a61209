import { l10n, Uri, window, workspace } from 'vscode';
import type { CommandContext } from './commandContext';
import { textOption, type Arguments } from './readArguments';

/** Export History: every entry as a line of JSON (JSONL), newest first. By code: `{ file }`. */
export async function exportHistory(
  { history }: Pick<CommandContext, 'history'>,
  { options }: Arguments,
): Promise<unknown> {
  const file = textOption(options, 'file');
  const target =
    file === undefined
      ? await window.showSaveDialog({ filters: { JSONL: ['jsonl'] }, title: l10n.t('Export History') })
      : Uri.file(file);
  if (!target) return undefined;
  const entries = await history.list();
  const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return { entries: entries.length };
}
