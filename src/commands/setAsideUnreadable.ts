import { l10n } from 'vscode';
import { mention } from '../ui/notify';
import { UserError } from '../ui/userError';
import type { CommandContext } from './commandContext';
import { textsOption, type Arguments } from './readArguments';

/**
 * Set Aside: moves files of the history that cannot be read into a folder beside it, all of them or, those
 * of the row or of `{ files }`. Nothing is removed.
 */
export async function setAsideUnreadable(
  { history }: Pick<CommandContext, 'history'>,
  { options }: Arguments,
): Promise<unknown> {
  const unreadable = (await history.unreadable()).map(({ name }) => name);
  const asked = textsOption(options, 'files');
  const files = unreadable.filter((name) => asked?.includes(name) ?? true);
  if (files.length === 0) throw new UserError(l10n.t('Every entry of the history can be read.'));
  await history.setAside(files);
  mention(l10n.t('Set aside in the folder {0}', 'set-aside'), 5_000);
  return { files };
}
