import { env, l10n } from 'vscode';
import { codeBlocks } from '../text/code';
import { withoutLinks } from '../ui/documentLinks';
import { mention } from '../ui/notify';
import type { CommandContext } from './commandContext';
import { documentOf } from './documentOf';
import { numberOption, type Arguments } from './readArguments';

/** Copy Document: all of it as Markdown, or by `block` one of its blocks of code, counted from 0. By code: `{ path }`. */
export async function copyDocument(
  context: Pick<CommandContext, 'documents'>,
  args: Pick<Arguments, 'options'>,
): Promise<unknown> {
  const path = documentOf(context, args);
  if (path === undefined) return undefined;
  const whole = await context.documents.read(path);
  const block = numberOption(args.options, 'block');
  const text = block === undefined ? withoutLinks(whole) : codeBlocks(whole)[block]?.text;
  if (text === undefined) return undefined;
  await env.clipboard.writeText(text);
  mention(l10n.t('Copied'), 3_000);
  return text;
}
