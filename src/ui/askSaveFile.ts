import { homedir } from 'node:os';
import { Uri, window, workspace, type SaveDialogOptions } from 'vscode';

/** Asks where a file is to be saved: at first in the workspace, else in the home folder, under `name`. */
export function askSaveFile(
  title: string,
  name: string,
  filters: NonNullable<SaveDialogOptions['filters']>,
): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  return window.showSaveDialog({ title, defaultUri: Uri.joinPath(folder, name), filters });
}
