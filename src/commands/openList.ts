import { l10n, Range, window, workspace } from 'vscode';
import { listLanguage } from '../contributions';

/** Opens a new list to work on: how to write one, as comments, then `text`; the cursor stands at its end. */
export async function openList(text: string): Promise<void> {
  const content = `${template()}\n${text.trim() === '' ? '' : `${text.trimEnd()}\n`}`;
  const document = await workspace.openTextDocument({ language: listLanguage, content });
  const end = document.lineAt(document.lineCount - 1).range.end;
  await window.showTextDocument(document, { preview: false, selection: new Range(end, end) });
}

function template(): string {
  const lines = [
    l10n.t('NAVER Cloud IP: addresses to assign, one line each: interface,address'),
    l10n.t('The interface is a name that the tree shows, its number or its primary address.'),
    l10n.t('Several addresses and ranges fit in a line. CSV and JSON from Copy As can be pasted as well.'),
    l10n.t('The word takeover at the end of a line takes its addresses over from whoever holds them.'),
    l10n.t('For example: {0}', 'web-01,10.0.10.11 · web-01/eth1,10.0.10.12-14 · 701236,10.0.10.20 takeover'),
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}
