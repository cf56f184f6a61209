import { env, l10n } from 'vscode';
import { topicOf, placeOf } from '../../words/documentPath';
import type { CommandContext } from '../commandContext';
import { type Arguments } from '../readArguments';
import { codeBlocks } from '../../text/code';
import { withoutLinks } from '../../words/documentLinks';
import { mention } from '../../ui/notify';
import { subjectOf } from './detailsOf';
import { reveal } from '../view/reveal';

/** The path of the document a command is for: of the title bar it was called from, of the option `path`, else of the active one. */
function documentOf(
  { documents }: Pick<CommandContext, 'documents'>,
  { options }: Pick<Arguments, 'options'>,
): string | undefined {
  const path = options.path ?? documents.active();
  return path !== undefined && topicOf(path) ? path : undefined;
}

/** Show Preview: draws the document whose source is shown. The way back is VS Code's own. By code: `{ path }`. */
export async function showPreview(
  context: Pick<CommandContext, 'documents'>,
  args: Pick<Arguments, 'options'>,
): Promise<unknown> {
  const path = documentOf(context, args);
  if (path !== undefined) await context.documents.preview(path);
  return path;
}

/** Copy Document: all of it as Markdown, or by `block` one of its blocks of code, counted from 0. By code: `{ path }`. */
export async function copyDocument(
  context: Pick<CommandContext, 'documents'>,
  args: Pick<Arguments, 'options'>,
): Promise<unknown> {
  const path = documentOf(context, args);
  if (path === undefined) return undefined;
  const whole = await context.documents.read(path);
  const block = args.options.block;
  const text = block === undefined ? withoutLinks(whole) : codeBlocks(whole)[block]?.text;
  if (text === undefined) return undefined;
  await env.clipboard.writeText(text);
  mention(l10n.t('Copied'), 3_000);
  return text;
}

/** Reveal in Tree: the row of what the details are of. By code: `{ path }`. */
export async function revealDocument(
  context: Pick<CommandContext, 'documents' | 'profiles' | 'tree' | 'view' | 'clock'>,
  args: Pick<Arguments, 'options'>,
): Promise<unknown> {
  const path = documentOf(context, args);
  const about = path === undefined ? undefined : placeOf(path);
  const profile = about && context.profiles.get(about.profileId);
  if (!profile) return undefined;
  const scope = { profile, regionCode: about.regionCode };
  // The scope is looked up; what is left tells the row.
  const fields = Object.entries(subjectOf(about.kind, scope, about.no)).filter(([name]) => name !== 'scope');
  return reveal(context, scope, (subject) =>
    fields.every(([name, value]) => (subject as Readonly<Record<string, unknown>>)[name] === value),
  );
}
