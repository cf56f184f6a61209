import { commands, env, l10n, Uri } from 'vscode';
import { notify } from '../ui/notify';
import type { CommandContext } from './commandContext';

/** Open History Folder: in the file manager of this machine, or where there is none its path is copied. */
export async function openHistoryFolder({ journalFolder }: Pick<CommandContext, 'journalFolder'>): Promise<unknown> {
  try {
    await commands.executeCommand('revealFileInOS', Uri.file(journalFolder));
  } catch {
    await env.clipboard.writeText(journalFolder);
    void notify('info', l10n.t('The path of the folder was copied: {0}', journalFolder));
  }
  return { folder: journalFolder };
}
