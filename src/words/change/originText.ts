import { l10n } from 'vscode';
import type { Origin } from '../../change/journalEntry';
import { codeSpan } from '../../text/code';
import { plain } from '../../text/plain';
import { printable } from '../../text/printable';
import { shownName } from '../shownName';
import type { Markdown } from '../factList';

/** So much of a file's name fits into the title of a question. */
const longestFile = 60;

/** Who asked for a change, as Markdown; undefined for a person at the window. */
export function originText(origin: Origin | undefined): Markdown | undefined {
  switch (origin?.kind) {
    case 'file':
      return {
        markdown: [plain(l10n.t('the file {0}', fileText(origin))), ...commitText(origin.commit)].join(' · '),
      };
    case 'assistant':
      return { markdown: plain(assistantText(origin)) };
    default:
      return undefined;
  }
}

/** A file as it is named in a plan and in the history: with whether what counts stood in the editor alone. */
export function fileText({ file, isUnsaved }: { readonly file: string; readonly isUnsaved?: boolean }): string {
  // Of a long way to it the end is what tells files apart.
  const letters = Array.from(printable(file, 1_000));
  const shown = letters.length > longestFile ? `…${letters.slice(1 - longestFile).join('')}` : letters.join('');
  return isUnsaved ? l10n.t('{0} (unsaved)', shown) : shown;
}

/** The assistant that asked, with its host as far as that is known. */
export function assistantText({ host }: Pick<Extract<Origin, { kind: 'assistant' }>, 'host'>): string {
  return host === undefined ? l10n.t('an assistant') : l10n.t('an assistant in {0}', shownName(host));
}

/** That an assistant asked for a change, for a row or a line; undefined where a person or a file did. */
export function askedByText(origin: Origin | undefined): string | undefined {
  return origin?.kind === 'assistant' ? l10n.t('asked by {0}', assistantText(origin)) : undefined;
}

/** The digest that the plan of a change had, as Markdown. */
export function planDigestText(origin: Origin | undefined): Markdown | undefined {
  return origin && { markdown: codeSpan(origin.planDigest) };
}

function commitText(commit: string | undefined): string[] {
  return commit === undefined ? [] : [`${plain(l10n.t('commit'))} ${codeSpan(commit)}`];
}
