import { l10n } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import { notesOf } from '../../change/notesOf';
import { touchedBy } from '../../plan/stepDrift';
import { planTitle } from '../../words/changeText';
import { resultText } from '../../words/entryText';
import type { OpenAccount } from '../account/openAccount';
import { CommandError } from '../commandError';
import type { Terminal } from '../terminal';
import type { Changes } from './openChanges';

/**
 * Finds out what became of changes of this account whose run was killed: by reading, nothing is sent. What is left to do then
 * follows from the files as ever. Throws CommandError when it cannot be read: another change on top of it could mistake the one's
 * result for its own.
 */
export async function recover(terminal: Terminal, account: OpenAccount, changes: Changes): Promise<void> {
  const { history } = changes;
  const claimed = await history.claimAbandoned();
  const letGo = (entries: readonly JournalEntry[]) => Promise.allSettled(entries.map(({ id }) => history.release(id)));
  // Reading ours may take minutes: whoever runs for the accounts of the others finds theirs.
  await letGo(claimed.filter(({ profile }) => profile.id !== account.id));
  const ours = claimed.filter(({ profile }) => profile.id === account.id);
  try {
    for (const entry of ours) await recoverOne(terminal, account, changes, entry);
  } finally {
    // What was read back is let go already. Of the others a later look finds every one, this process's too.
    await letGo(ours);
  }
}

async function recoverOne(
  terminal: Terminal,
  account: OpenAccount,
  { history, holdsOf }: Changes,
  entry: JournalEntry,
): Promise<void> {
  const { signal, clock } = terminal;
  const title = planTitle(entry.plan);
  terminal.progress(l10n.t('An earlier run stopped during “{0}”. Reading what became of it…', title));
  const touched = [...new Set(entry.steps.flatMap(({ step }) => touchedBy(step)))];
  const hold = await holdsOf(entry.regionCode).hold(touched, () => undefined, signal);
  try {
    const { recoverEntry } = await import('../../change/recoverEntry');
    const reading = { api: account.api, clock, log: account.log, settle: account.settle };
    const completed = await recoverEntry(entry, reading, undefined, signal);
    if (completed.state !== 'done') {
      throw new CommandError([
        l10n.t('An earlier run stopped during “{0}”, and the result cannot be read back right now.', title),
      ]);
    }
    await history.update(completed);
    for (const { id, note } of notesOf(completed)) await history.annotate(id, note);
    terminal.tell(
      l10n.t('An earlier run stopped during “{0}”. The result was read back: {1}.', title, resultText(completed)),
    );
  } finally {
    await hold?.release();
  }
}
