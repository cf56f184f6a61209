import { l10n } from 'vscode';
import type { CommandContext } from './commandContext';
import type { Arguments } from './readArguments';
import { copyUnseen } from './showUnseen';
import { sayFull, unseenOf } from './unseenOf';

/** Copy Next Address: the lowest address of a subnet that is not seen in use. By code: `{ subnetNo, confirm: false }`. */
export async function copyNextAddress(context: CommandContext, args: Arguments): Promise<unknown> {
  const unseen = await unseenOf(context, args, l10n.t('Copy Next Address'));
  if (!unseen) return undefined;
  const [range] = unseen.ranges;
  if (range) return copyUnseen(range.first);
  if (!args.isProgrammatic) sayFull(unseen);
  return undefined;
}
