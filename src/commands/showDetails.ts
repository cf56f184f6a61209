import { l10n } from 'vscode';
import { pickInterface } from '../flows/pickInterface';
import type { Network } from '../model/network';
import type { Scope } from '../session/networkStore';
import type { Subject } from '../tree/node';
import { interfaceDetails, serverDetails, subnetDetails } from '../ui/detailsDocument';
import { interfaceJson, regionJson, serverJson, subnetJson, vpcJson } from '../ui/detailsJson';
import { regionDetails, vpcDetails } from '../ui/placeDetails';
import { whereText } from '../ui/whereText';
import type { CommandContext } from './commandContext';
import { groupsOf } from './groupsOf';
import { needAnyReading } from './needScope';
import { textOption, type Arguments } from './readArguments';

/** The forms that details have, by the ending of the document's name, which is what tells VS Code its language. */
const forms = {
  md: {
    interface: interfaceDetails,
    subnet: subnetDetails,
    server: serverDetails,
    vpc: vpcDetails,
    region: regionDetails,
  },
  json: { interface: interfaceJson, subnet: subnetJson, server: serverJson, vpc: vpcJson, region: regionJson },
} as const;
type Form = keyof typeof forms;

/** Show Details of an interface, subnet, server, VPC or region as a document to read. By code: `{ networkInterfaceNo, format: 'json' }`. */
export async function showDetails(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needAnyReading(context, args);
  if (!found) return undefined;
  const { scope, reading } = found;
  const form = textOption(args.options, 'format') === 'json' ? 'json' : 'md';
  const subject = args.subjects[0] ?? (await askSubject(context, scope, reading.network, args, form));
  const text = subject && (await describe(context, subject, reading.network, form));
  if (text === undefined) return undefined;
  await context.documents.open(`${l10n.t('Details')}.${form}`, text);
  return text;
}

async function askSubject(
  { prompter }: Pick<CommandContext, 'prompter'>,
  scope: Scope,
  network: Network,
  { options }: Arguments,
  form: Form,
): Promise<Subject | undefined> {
  const given = textOption(options, 'networkInterfaceNo');
  const title = form === 'json' ? l10n.t('Show Details as JSON') : l10n.t('Show Details');
  const answer = given ? undefined : await pickInterface(prompter, { network }, { title });
  const networkInterfaceNo = given ?? (answer?.kind === 'next' ? answer.value : undefined);
  return networkInterfaceNo === undefined ? undefined : { kind: 'interface', scope, networkInterfaceNo };
}

async function describe(
  context: Pick<CommandContext, 'apis'>,
  subject: Subject,
  network: Network,
  form: Form,
): Promise<string | undefined> {
  const subnet = subject.kind === 'subnet' ? network.subnet(subject.subnetNo) : undefined;
  if (subnet) return forms[form].subnet(subnet, network);
  const server = subject.kind === 'server' ? network.server(subject.serverInstanceNo) : undefined;
  if (server) return forms[form].server(server, network);
  const vpc = subject.kind === 'vpc' ? network.vpc(subject.vpcNo) : undefined;
  if (vpc) return forms[form].vpc(vpc, network);
  if (subject.kind === 'region') return forms[form].region(whereText(subject.scope), network);
  const nic = 'networkInterfaceNo' in subject ? network.interface(subject.networkInterfaceNo) : undefined;
  return nic && forms[form].interface(nic, network, await groupsOf(context, subject.scope));
}
