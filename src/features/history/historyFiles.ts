import { commands, env, l10n, Uri } from 'vscode';
import { notify, mention } from '../../ui/notify';
import type { CommandContext } from '../commandContext';
import { UserError } from '../../ui/userError';
import { type Arguments } from '../readArguments';

/** Open History Folder: in the file manager of this machine, or where there is none its path is copied. */
export async function openHistoryFolder({ journalFolder }: Pick<CommandContext, 'journalFolder'>): Promise<unknown> {
  try {
    await commands.executeCommand('revealFileInOS', Uri.file(journalFolder));
  } catch {
    await env.clipboard.writeText(journalFolder);
    void notify('info', l10n.t('Copied the folder path: {0}', journalFolder));
  }
  return { folder: journalFolder };
}

/**
 * Set Aside: moves files of the history that cannot be read into a folder beside it, all of them or, those
 * of the row or of `{ files }`. Nothing is removed.
 */
export async function setAsideUnreadable(
  { history }: Pick<CommandContext, 'history'>,
  { options }: Arguments,
): Promise<unknown> {
  const unreadable = (await history.unreadable()).map(({ name }) => name);
  const asked = options.files;
  const files = unreadable.filter((name) => asked?.includes(name) ?? true);
  if (files.length === 0) throw new UserError(l10n.t('All history entries can be read.'));
  await history.setAside(files);
  mention(l10n.t('Moved to the folder {0}', 'set-aside'), 5_000);
  return { files };
}

/**
 * Refresh History: reads the folder again, and every file that could not be read. A folder that cannot be read is a row above
 * what was read before.
 */
export async function refreshHistory({ history }: Pick<CommandContext, 'history'>): Promise<void> {
  await history.refresh().catch(() => undefined);
}
