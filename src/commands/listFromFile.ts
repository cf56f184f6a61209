import { l10n, Uri, window, workspace } from 'vscode';
import type { CommandContext } from './commandContext';
import { openList } from './openList';
import { textOption, type Arguments } from './readArguments';

/** From a File…: a list to work on with the lines of a file; the file itself is not changed. By code: `{ file }`. */
export async function listFromFile(_context: CommandContext, { options }: Arguments): Promise<unknown> {
  const given = textOption(options, 'file');
  const [uri] =
    given === undefined
      ? ((await window.showOpenDialog({ title: l10n.t('Assign from List') })) ?? [])
      : [Uri.file(given)];
  // Read by VS Code, in the encoding that it is set to.
  if (uri) await openList((await workspace.openTextDocument(uri)).getText());
  return undefined;
}
