import { l10n } from 'vscode';
import { runChange } from '../change/runChange';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { fileOrigin } from './fileOrigin';
import { fileWish } from './fileWish';

/**
 * Plan and Apply…: what the open file says, compared with the region as it is now, becomes one plan, which is reviewed and applied.
 * Nothing that the file does not name is changed. On a plan that Plan File opened, its file is meant. By code:
 * `{ document, profile, regionCode, confirm: false }`, the address of a file that is open.
 */
export async function planAndApply(context: CommandContext, args: Arguments): Promise<unknown> {
  const wish = await fileWish(context, args, l10n.t('Plan and Apply'));
  if (!wish) return undefined;
  const { scope, reading, intent, intentOn } = wish;
  const origin = await fileOrigin(wish);
  return runChange(context, { scope, reading, intent, intentOn, origin, confirm: args.options.confirm });
}
