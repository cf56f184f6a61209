import { l10n, Range, window, workspace } from 'vscode';
import { listLanguage } from '../../contributions';

/** Opens a new list to work on: how to write one, as comments, then `text`; the cursor stands at its beginning. */
export async function openList(text: string): Promise<void> {
  const comments = `${template()}\n`;
  const content = `${comments}${text.trim() === '' ? '' : `${text.trimEnd()}\n`}`;
  const document = await workspace.openTextDocument({ language: listLanguage, content });
  // Not at the end: what can be done stands over the first line.
  const start = document.positionAt(comments.length);
  await window.showTextDocument(document, { preview: false, selection: new Range(start, start) });
}

function template(): string {
  const lines = [
    // VS Code calls a document without a name after its first line.
    l10n.t('Addresses to assign'),
    l10n.t('One per line: interface,address. More addresses and ranges can follow.'),
    l10n.t('Interface: any name shown in the tree, its number or its primary IP.'),
    l10n.t('CSV and JSON from Copy As can be pasted as well.'),
    l10n.t('End a line with takeover to take its addresses over from other interfaces.'),
    l10n.t('For example: {0}', 'web-01,10.0.10.11 · web-01/eth1,10.0.10.12-14 · 701236,10.0.10.20 takeover'),
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}

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
