import { env, l10n } from 'vscode';
import { topicOf, placeOf } from '../../words/documentPath';
import type { CommandContext } from '../commandContext';
import { type Arguments } from '../readArguments';
import { codeBlocks } from '../../text/code';
import { withoutLinks } from '../../words/documentLinks';
import { mention, notify } from '../../ui/notify';
import type { Scope } from '../../session/scope';
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

/** The number of the first interface of a server; undefined when the region cannot be read. */
async function attachedTo(
  { networks }: Pick<CommandContext, 'networks'>,
  scope: Scope,
  serverInstanceNo = '',
): Promise<string | undefined> {
  const reading = await networks.load(scope).catch(() => undefined);
  return reading?.network.interfacesOfServer(serverInstanceNo)[0]?.networkInterfaceNo;
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

/** Reveal in Tree: the row of what the details are of; of a server its first interface where servers have no rows. By code: `{ path }`. */
export async function revealDocument(
  context: Pick<CommandContext, 'documents' | 'profiles' | 'networks' | 'tree' | 'view' | 'clock'>,
  args: Pick<Arguments, 'options'>,
): Promise<unknown> {
  const path = documentOf(context, args);
  const about = path === undefined ? undefined : placeOf(path);
  if (!about) return undefined;
  const profile = context.profiles.get(about.profileId);
  if (!profile) {
    void notify('warning', l10n.t('The profile of this document no longer exists.'));
    return undefined;
  }
  const scope = { profile, regionCode: about.regionCode };
  // The scope is looked up; what is left tells the row.
  const fields = Object.entries(subjectOf(about.kind, scope, about.no)).filter(([name]) => name !== 'scope');
  const attached = about.kind === 'server' ? await attachedTo(context, scope, about.no) : undefined;
  return reveal(
    context,
    scope,
    (subject) =>
      fields.every(([name, value]) => (subject as Readonly<Record<string, unknown>>)[name] === value) ||
      (subject.kind === 'interface' && subject.networkInterfaceNo === attached),
  );
}
