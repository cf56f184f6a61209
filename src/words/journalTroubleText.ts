import { l10n } from 'vscode';
import type { JournalTrouble } from '../change/journalTrouble';
import type { EntryFlaw } from '../session/journal/readJournalEntry';

/** What is wrong with the history, in a sentence. */
export function journalTroubleText(trouble: JournalTrouble): string {
  return {
    diskFull: () => l10n.t('Could not write the history: the disk is full.'),
    readOnly: () => l10n.t('Could not write the history: the disk is read-only.'),
    noAccess: () => l10n.t('Could not write the history: access to its folder is denied.'),
    otherWindow: () => l10n.t('Could not write the history: another window is working on this change.'),
    failed: () => l10n.t('Could not write the history.'),
    unreadable: () => l10n.t('Could not read the history.'),
  }[trouble]();
}

/** Why a file of the history cannot be read, in a few words. */
export function entryFlawText(flaw: EntryFlaw): string {
  return {
    notAFile: () => l10n.t('not a file'),
    tooLarge: () => l10n.t('too large'),
    noAccess: () => l10n.t('access is denied or the disk fails'),
    oddName: () => l10n.t('not the name of a history entry'),
    newer: () => l10n.t('written by a newer version of this extension'),
    damaged: () => l10n.t('damaged'),
  }[flaw]();
}
