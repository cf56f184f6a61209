import { l10n, window, workspace } from 'vscode';
import { openList } from './openList';

/**
 * From a File…: a list to work on with the lines of a file; the file itself is not changed. A person picks it, whoever calls:
 * a file that code names may be a device or a share of another machine.
 */
export async function listFromFile(): Promise<unknown> {
  const [uri] = (await window.showOpenDialog({ title: l10n.t('Assign from List') })) ?? [];
  // Read by VS Code, in the encoding that it is set to.
  if (uri) await openList((await workspace.openTextDocument(uri)).getText());
  return undefined;
}
