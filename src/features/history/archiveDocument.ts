import { l10n } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import { plain } from '../../text/plain';
import { changeCount, lineCount } from '../../words/countText';
import { entryDocument } from '../../words/entryText';

/** An archive as one Markdown document: how much it holds, then every change as it is shown on its own. */
export function archiveDocument(
  name: string,
  { entries, unreadable }: { readonly entries: readonly JournalEntry[]; readonly unreadable: number },
): string {
  return [
    `# ${plain(name)}`,
    '',
    changeCount(entries.length),
    ...(unreadable > 0 ? ['', l10n.t('Could not read {0} of the file.', lineCount(unreadable))] : []),
    '',
    // One level down, below the heading of the archive.
    ...entries.map((entry) => entryDocument(entry).replaceAll(/^#/gm, '##')),
  ].join('\n');
}
