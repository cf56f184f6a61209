import { commands, l10n, workspace, type Disposable, type Memento } from 'vscode';
import { notify } from '../../ui/notify';
import { setting } from '../../ui/settings';

const id = 'ncloudIp.allowUnattendedChanges';
const toldKey = 'ncloudIp.unattendedTold';

/**
 * Warns once when the settings let code change a profile unasked, and again only when another profile is named: whoever
 * turned it on, here, on another machine or an extension, the user is to know. No name stands in the text: it is foreign.
 */
export function warnUnattended(state: Memento): Disposable {
  const look = async (): Promise<void> => {
    const told = state.get<unknown>(toldKey);
    const known: readonly unknown[] = Array.isArray(told) ? told : [];
    const names = setting('allowUnattendedChanges');
    if (names.length === known.length && names.every((name) => known.includes(name))) return;
    await state.update(toldKey, [...names]);
    if (names.some((name) => !known.includes(name))) await warn();
  };
  const run = (): void => void look().then(undefined, () => undefined);
  run();
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(id)) run();
  });
}

async function warn(): Promise<void> {
  const open = l10n.t('Open Settings');
  const message = l10n.t(
    'Changes without a review are now allowed. Any extension, and any link that runs a command, can change the network of the profiles named in {0} without asking you.',
    id,
  );
  if ((await notify('warning', message, open)) === open) {
    await commands.executeCommand('workbench.action.openSettings', id);
  }
}
