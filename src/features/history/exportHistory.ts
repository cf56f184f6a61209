import path from 'node:path';
import { commands, l10n, Uri, workspace } from 'vscode';
import { changeCount } from '../../words/countText';
import { askSaveFile } from '../../ui/askSaveFile';
import { notify } from '../../ui/notify';
import { shownName } from '../../words/shownName';
import type { CommandContext } from '../commandContext';
import { historyCsv } from './historyCsv';
import { type Arguments } from '../readArguments';

/**
 * Export History, newest change first: as CSV where the file's name ends like that, else every entry as a line of JSON
 * (JSONL). By code: `{ file }`; one that is there already is written over only with a yes.
 */
export async function exportHistory(
  { history, clock, prompter }: Pick<CommandContext, 'history' | 'clock' | 'prompter'>,
  { options }: Arguments,
): Promise<unknown> {
  const file = options.file;
  const target = file === undefined ? await askFile(clock.now()) : Uri.file(file);
  if (!target) return undefined;
  // The dialog has asked already.
  if (file !== undefined && !(await mayWrite(prompter, target))) return undefined;
  const entries = await history.list();
  const isCsv = path.posix.extname(target.path).toLowerCase() === '.csv';
  const text = isCsv ? historyCsv(entries) : entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  if (file === undefined) offerToOpen(target, entries.length);
  return { entries: entries.length };
}

async function mayWrite(prompter: CommandContext['prompter'], target: Uri): Promise<boolean> {
  const isThere = await workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (!isThere) return true;
  const message = l10n.t('Replace {0}?', shownName(path.posix.basename(target.path)));
  return prompter.confirm({ message, detail: shownName(target.path), yes: l10n.t('Replace') });
}

/** Both filters at once: VS Code would add the ending of the only one to a name that has another. */
function askFile(now: number): Thenable<Uri | undefined> {
  const day = new Date(now).toISOString().slice(0, 10);
  const filters = { CSV: ['csv'], JSONL: ['jsonl'] };
  return askSaveFile(l10n.t('Export History'), `ncloud-ip-history-${day}.csv`, filters);
}

function offerToOpen(target: Uri, count: number): void {
  const open = l10n.t('Open');
  const name = shownName(path.posix.basename(target.path));
  void notify('info', l10n.t('Exported {0} to {1}.', changeCount(count), name), open).then((chosen) => {
    if (chosen === open) void commands.executeCommand('vscode.open', target);
  });
}
