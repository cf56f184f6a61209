import { env, l10n } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import { copyFormats, formatIds, type FormatId } from '../../copy/copyFormats';
import { planForms, copyCalls, gatewayOf } from '../change/copyCalls';
import { copyRows, type CopySelection } from '../../copy/copyRow';
import { pickInterface } from '../ask/pickInterface';
import type { Subject } from '../../tree/node';
import { formatText } from './formatText';
import { mention } from '../../ui/notify';
import { withViewProgress } from '../../ui/progress';
import type { CommandContext } from '../commandContext';
import { entryOf, entryScopeOf } from '../history/entryScope';
import { groupsOf } from '../details/groupsOf';
import { needAnyReading } from '../ask/needScope';
import type { Arguments } from '../readArguments';

/** The forms that have a column for ACGs. */
const tables: readonly FormatId[] = ['json', 'markdown', 'csv'];

/**
 * Copy As…: the selection as addresses, numbers, links, an ncloud CLI line, curl, JSON, Markdown or CSV; a change of the
 * history as the CLI or curl lines of its calls. By code: `{ networkInterfaceNo, format }` or `{ entry, format }`.
 */
export async function copyAs(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  return entry ? copyEntry(context, args, entry) : copySelection(context, args);
}

async function copyEntry(context: CommandContext, args: Arguments, entry: JournalEntry): Promise<string | undefined> {
  const form = await formOf(context, args, planForms);
  return form && copyCalls(context, () => entryScopeOf(context, entry).profile, entry.plan, form);
}

async function copySelection(context: CommandContext, args: Arguments): Promise<string | undefined> {
  const found = await needAnyReading(context, args);
  if (!found) return undefined;
  const { network } = found.reading;
  const selection = await selectionOf(context, args, network);
  if (copyRows(selection, network).length === 0) return undefined;
  const format = await formOf(context, args, formatIds);
  if (!format) return undefined;
  const groups = tables.includes(format) ? await withViewProgress(() => groupsOf(context, found.scope)) : [];
  const { profile, regionCode } = found.scope;
  const gatewayUrl = await gatewayOf(context, profile);
  const about = { regionCode, gatewayUrl, profileName: profile.name, scheme: env.uriScheme };
  const text = copyFormats[format]({ rows: copyRows(selection, network, groups), ...about });
  await env.clipboard.writeText(text);
  mention(l10n.t('Copied as {0}', formatText(format)), 3_000);
  return text;
}

async function selectionOf(
  { prompter }: Pick<CommandContext, 'prompter'>,
  { subjects, options }: Arguments,
  network: Parameters<typeof copyRows>[1],
): Promise<readonly CopySelection[]> {
  const selected = subjects.filter(isCopyable);
  if (selected.length > 0) return selected;
  const given = options.networkInterfaceNo;
  const answer = given ? undefined : await pickInterface(prompter, { network }, { title: l10n.t('Copy As') });
  const networkInterfaceNo = given ?? (answer?.kind === 'next' ? answer.value : undefined);
  return networkInterfaceNo === undefined ? [] : [{ kind: 'interface', networkInterfaceNo }];
}

function isCopyable(subject: Subject): subject is Extract<Subject, CopySelection> {
  return ['region', 'vpc', 'subnet', 'server', 'interface', 'address'].includes(subject.kind);
}

/** The form that code asked for, or that somebody picks. */
async function formOf<F extends FormatId>(
  { prompter }: Pick<CommandContext, 'prompter'>,
  { options }: Arguments,
  forms: readonly F[],
): Promise<F | undefined> {
  const given = options.format;
  const known = forms.find((id) => id === given);
  if (known) return known;
  const answer = await prompter.pick({
    title: l10n.t('Copy As'),
    placeholder: l10n.t('Which format?'),
    choices: forms.map((id) => ({ value: id, label: formatText(id) })),
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}
