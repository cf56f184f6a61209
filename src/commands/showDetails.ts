import { l10n } from 'vscode';
import { pickInterface } from '../flows/pickInterface';
import type { AccessControlGroup } from '../model/accessControlGroup';
import type { Network } from '../model/network';
import type { Scope } from '../session/networkStore';
import type { Subject } from '../tree/node';
import { interfaceDetails, serverDetails, subnetDetails } from '../ui/detailsDocument';
import type { CommandContext } from './commandContext';
import { needAnyReading } from './needScope';
import { textOption, type Arguments } from './readArguments';

/** Show Details of an interface, subnet or server as a document to read. By code: `{ networkInterfaceNo, format: 'json' }`. */
export async function showDetails(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needAnyReading(context, args);
  if (!found) return undefined;
  const { scope, reading } = found;
  const subject = args.subjects[0] ?? (await askSubject(context, scope, reading.network, args));
  if (!subject) return undefined;
  const text = textOption(args.options, 'format') === 'json' ? json(subject, reading.network) : undefined;
  const document = text ?? (await markdown(context, subject, reading.network));
  if (document === undefined) return undefined;
  await context.documents.open(`${l10n.t('Details')}.${text === undefined ? 'md' : 'json'}`, document);
  return document;
}

async function askSubject(
  { prompter }: Pick<CommandContext, 'prompter'>,
  scope: Scope,
  network: Network,
  { options }: Arguments,
): Promise<Subject | undefined> {
  const given = textOption(options, 'networkInterfaceNo');
  const answer = given ? undefined : await pickInterface(prompter, { network }, { title: l10n.t('Show Details') });
  const networkInterfaceNo = given ?? (answer?.kind === 'next' ? answer.value : undefined);
  return networkInterfaceNo === undefined ? undefined : { kind: 'interface', scope, networkInterfaceNo };
}

async function markdown(
  context: Pick<CommandContext, 'apis'>,
  subject: Subject,
  network: Network,
): Promise<string | undefined> {
  const subnet = subject.kind === 'subnet' ? network.subnet(subject.subnetNo) : undefined;
  if (subnet) return subnetDetails(subnet, network);
  const server = subject.kind === 'server' ? network.server(subject.serverInstanceNo) : undefined;
  if (server) return serverDetails(server, network);
  const nic = 'networkInterfaceNo' in subject ? network.interface(subject.networkInterfaceNo) : undefined;
  return nic && interfaceDetails(nic, network, await groupsOf(context, subject.scope));
}

/** How long the names of ACGs may keep details waiting, in milliseconds. */
const patience = 3_000;

/** ACG names are read when details are; without the right or the way to read them their numbers do. */
async function groupsOf({ apis }: Pick<CommandContext, 'apis'>, scope: Scope): Promise<AccessControlGroup[]> {
  try {
    const api = await apis.get(scope.profile);
    return await api.getAccessControlGroupList(scope.regionCode, { signal: AbortSignal.timeout(patience) });
  } catch {
    return [];
  }
}

function json(subject: Subject, network: Network): string | undefined {
  const value =
    subject.kind === 'subnet'
      ? network.subnet(subject.subnetNo)
      : subject.kind === 'server'
        ? network.server(subject.serverInstanceNo)
        : 'networkInterfaceNo' in subject
          ? network.interface(subject.networkInterfaceNo)
          : undefined;
  return value && JSON.stringify(value, undefined, 2);
}
