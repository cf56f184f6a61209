import { l10n } from 'vscode';
import { pickInterface } from '../ask/pickInterface';
import type { Network } from '../../model/network';
import type { Scope } from '../../session/scope';
import type { Subject } from '../../tree/node';
import type { DocumentForm } from '../../words/documentPath';
import type { CommandContext } from '../commandContext';
import { detailsOf, entriesOf } from './detailsOf';
import { groupsOf } from './groupsOf';
import { needAnyReading } from '../ask/needScope';
import { type Arguments } from '../readArguments';

/** Show Details of an interface, subnet, server, VPC or region as a document to read. By code: `{ networkInterfaceNo, format: 'json' }`. */
export async function showDetails(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needAnyReading(context, args);
  if (!found) return undefined;
  const { scope, reading } = found;
  const form = args.options.format === 'json' ? 'json' : 'md';
  const subject = args.subjects[0] ?? (await askSubject(context, scope, reading.network, args, form));
  if (!subject) return undefined;
  const isInterface = 'networkInterfaceNo' in subject;
  const groups = isInterface ? await groupsOf(context, subject.scope) : [];
  const entries = isInterface ? await entriesOf(context.history, subject) : [];
  const details = detailsOf(subject, reading.network, { form, groups, entries, readAt: reading.readAt });
  if (!details) return undefined;
  await context.documents.open(details.path, details.text);
  return details.text;
}

async function askSubject(
  { prompter }: Pick<CommandContext, 'prompter'>,
  scope: Scope,
  network: Network,
  { options }: Arguments,
  form: DocumentForm,
): Promise<Subject | undefined> {
  const given = options.networkInterfaceNo;
  const title = form === 'json' ? l10n.t('Show Details as JSON') : l10n.t('Show Details');
  const answer = given ? undefined : await pickInterface(prompter, { network }, { title });
  const networkInterfaceNo = given ?? (answer?.kind === 'next' ? answer.value : undefined);
  return networkInterfaceNo === undefined ? undefined : { kind: 'interface', scope, networkInterfaceNo };
}

/** Show Details as JSON: the same, for programs and for people who read like them. By code: `{ networkInterfaceNo }`. */
export function showDetailsJson(context: CommandContext, args: Arguments): Promise<unknown> {
  return showDetails(context, { ...args, options: { ...args.options, format: 'json' } });
}
