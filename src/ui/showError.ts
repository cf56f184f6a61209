import { commands, l10n } from 'vscode';
import { isApiError } from '../api/apiError';
import type { CommandId } from '../contributions';
import { isMissingKeys } from '../session/keys/missingKeys';
import { errorText } from '../words/errorText';
import { notify } from './notify';
import { isUserError } from './userError';

/** Tells the user what went wrong and offers what repairs it. A cancelled call says nothing: the user knows. */
export function showError(error: unknown, retry?: () => void): void {
  if (isApiError(error, 'cancelled')) return;
  if (isUserError(error)) return void notify('info', error.message);
  const { message, repair, remedy } = errorText(error);
  const showLog: CommandId = 'ncloudIp.showLog';
  const updateKeys: CommandId = 'ncloudIp.updateKeys';
  // Of several profiles the one that wants keys is known here: nobody has to pick it.
  const whose = isMissingKeys(error) ? [{ profile: error.profile.id }] : [];
  const actions = new Map<string, () => void>([
    ...(remedy === 'retry' && retry ? [[l10n.t('Retry'), retry] as const] : []),
    ...(remedy === 'keys'
      ? [[l10n.t('Enter Keys'), () => void commands.executeCommand(updateKeys, ...whose)] as const]
      : []),
    [l10n.t('Show Log'), () => void commands.executeCommand(showLog)],
  ]);
  void notify('error', `${message} ${repair}`, ...actions.keys()).then((chosen) => {
    if (chosen !== undefined) actions.get(chosen)?.();
  });
}
