import { l10n } from 'vscode';
import { topicOf } from '../../words/documentPath';
import { runChange } from '../change/runChange';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { fileWish } from './fileWish';

/**
 * Plan and Apply…: what the open file says, compared with the region as it is now, becomes one plan, which is reviewed and applied.
 * Nothing that the file does not name is changed. On a plan that Plan File opened, its file is meant. By code:
 * `{ document, profile, regionCode, confirm: false }`, the address of a file that is open.
 */
export async function planAndApply(context: CommandContext, args: Arguments): Promise<unknown> {
  const path = args.options.document === undefined ? (args.options.path ?? context.documents.active()) : undefined;
  const [kind, , ...about] = (path === undefined ? undefined : topicOf(path)?.topic) ?? [];
  const [document, profile, regionCode] = kind === 'plan' ? about : [];
  const options = { ...(document && { document, profile, regionCode }), ...args.options };
  const wish = await fileWish(context, { ...args, options }, l10n.t('Plan and Apply'));
  if (!wish) return undefined;
  const { scope, reading, intent, intentOn, origin } = wish;
  return runChange(context, { scope, reading, intent, intentOn, origin, confirm: args.options.confirm });
}
