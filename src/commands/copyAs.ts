import { env, l10n } from 'vscode';
import { copyFormats, formatIds, type FormatId } from '../copy/copyFormats';
import { copyRows, type CopySelection } from '../copy/copyRow';
import { pickInterface } from '../flows/pickInterface';
import type { Subject } from '../tree/node';
import { formatText } from '../ui/formatText';
import { mention } from '../ui/notify';
import type { CommandContext } from './commandContext';
import { gatewayOf } from './gatewayOf';
import { needAnyReading } from './needScope';
import { textOption, type Arguments } from './readArguments';

/** Copy As…: the selection as addresses, numbers, links, an ncloud CLI line, curl, JSON, Markdown or CSV. By code: `{ networkInterfaceNo, format }`. */
export async function copyAs(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needAnyReading(context, args);
  if (!found) return undefined;
  const { network } = found.reading;
  const selection = await selectionOf(context, args, network);
  const rows = copyRows(selection, network);
  if (rows.length === 0) return undefined;
  const given = textOption(args.options, 'format');
  const format = formatIds.find((id) => id === given) ?? (await askFormat(context));
  if (!format) return undefined;
  const { profile, regionCode } = found.scope;
  const gatewayUrl = await gatewayOf(context, profile);
  const about = { regionCode, gatewayUrl, profileName: profile.name, scheme: env.uriScheme };
  const text = copyFormats[format]({ rows, ...about });
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
  const given = textOption(options, 'networkInterfaceNo');
  const answer = given ? undefined : await pickInterface(prompter, { network }, { title: l10n.t('Copy As') });
  const networkInterfaceNo = given ?? (answer?.kind === 'next' ? answer.value : undefined);
  return networkInterfaceNo === undefined ? [] : [{ kind: 'interface', networkInterfaceNo }];
}

function isCopyable(subject: Subject): subject is Extract<Subject, CopySelection> {
  return ['region', 'vpc', 'subnet', 'server', 'interface', 'address'].includes(subject.kind);
}

async function askFormat({ prompter }: Pick<CommandContext, 'prompter'>): Promise<FormatId | undefined> {
  const answer = await prompter.pick({
    title: l10n.t('Copy As'),
    placeholder: l10n.t('In which form?'),
    choices: formatIds.map((id) => ({ value: id, label: formatText(id) })),
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}
