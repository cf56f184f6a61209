import { l10n, window, workspace } from 'vscode';
import { listLanguage } from '../../contributions';
import { notify } from '../../ui/notify';
import { checkFresh } from './assignFromList';
import type { CommandContext } from '../commandContext';
import { needReading } from '../ask/needScope';
import { type Arguments } from '../readArguments';
import { runChange } from '../change/runChange';

/**
 * Assign the Good Lines: what can be assigned of the list that is open becomes one plan. The other lines stay marked in the
 * list. By code: `{ document }`, the address of a list that is open.
 */
export async function assignGoodLines(context: CommandContext, args: Arguments): Promise<unknown> {
  const wanted = args.options.document;
  const document =
    workspace.textDocuments.find(({ uri }) => uri.toString() === wanted) ?? window.activeTextEditor?.document;
  if (document?.languageId !== listLanguage) {
    void notify('info', l10n.t('Open a list first, with Assign from List.'));
    return undefined;
  }
  const { options, isProgrammatic } = args;
  const found = await needReading(context, { subjects: [], options, isProgrammatic });
  if (!found) return undefined;
  const { sheet, reading } = await checkFresh(context, found, document.getText());
  if (sheet.good.length === 0) {
    void notify('info', l10n.t('No line in this list can be assigned yet.'));
    return undefined;
  }
  const items = sheet.good.map(({ item }) => item);
  const confirm = options.confirm;
  return runChange(context, { scope: found.scope, reading, intent: { items }, confirm });
}
