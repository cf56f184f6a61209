import { l10n } from 'vscode';
import type { Origin } from '../../change/journalEntry';
import { codeSpan } from '../../text/code';
import { plain } from '../../text/plain';
import { shownName } from '../shownName';
import type { Markdown } from '../factList';

/** Who asked for a change, as Markdown; undefined for a person at the window. */
export function originText(origin: Origin | undefined): Markdown | undefined {
  switch (origin?.kind) {
    case 'file':
      return {
        markdown: [plain(l10n.t('the file {0}', shownName(origin.file))), ...commitText(origin.commit)].join(' · '),
      };
    case 'assistant':
      return { markdown: plain(assistantText(origin)) };
    default:
      return undefined;
  }
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
