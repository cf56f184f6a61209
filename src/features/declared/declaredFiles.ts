import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { declaredLanguage } from '../../contributions';
import { notify } from '../../ui/notify';
import { shownName } from '../../words/shownName';

/** More files of one kind than these are not looked through. */
const mostFiles = 200;

/**
 * The file in front, when it says who holds which address; or the one of this address, when it is open. Where there is none, it
 * is said what to open first. `mayOpen`: one that was closed is opened again, out of sight.
 */
export async function needDeclaredFile(wanted?: string, mayOpen = false): Promise<TextDocument | undefined> {
  const open =
    wanted === undefined
      ? window.activeTextEditor?.document
      : workspace.textDocuments.find(({ uri }) => uri.toString() === wanted);
  const document = open ?? (wanted !== undefined && mayOpen ? await reopened(wanted) : undefined);
  if (document?.languageId === declaredLanguage) return document;
  void notify('info', l10n.t('Open a file that ends in {0} first.', '.ncloud-ip.yaml'));
  return undefined;
}

async function reopened(uri: string): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    // It was deleted or moved since.
    return undefined;
  }
}

/** The files of secondary IPs of the workspace, and those that are open beside. Nothing is opened for it. */
export async function declaredFiles(): Promise<Uri[]> {
  const open = workspace.textDocuments.filter(
    ({ languageId, isClosed }) => languageId === declaredLanguage && !isClosed,
  );
  const found = await workspace.findFiles('**/*.ncloud-ip.yaml', '**/node_modules/**', mostFiles);
  const all = new Map([...open.map(({ uri }) => uri), ...found].map((uri) => [uri.toString(), uri]));
  return [...all.values()].sort((a, b) => a.path.localeCompare(b.path));
}

/** What stands in a file now: as it is typed where it is open. */
export async function textOf(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return open ? open.getText() : new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** What is saved of a file, in the encoding that it is open in; undefined where there is nothing. */
export async function textOnDisk({ uri, isUntitled, encoding }: TextDocument): Promise<string | undefined> {
  if (isUntitled) return undefined;
  try {
    return await workspace.decode(await workspace.fs.readFile(uri), { encoding });
  } catch {
    // It was deleted or moved.
    return undefined;
  }
}

/** A file without its folders. */
export function shortName({ path }: Uri): string {
  return shownName(path.slice(path.lastIndexOf('/') + 1));
}

/** A file as people know it. */
export function fileName(uri: Uri): string {
  return shownName(workspace.asRelativePath(uri));
}
