import { env, l10n } from 'vscode';
import { pickInterface } from '../ask/pickInterface';
import { printable } from '../../text/printable';
import { mention } from '../../ui/notify';
import type { CommandContext } from '../commandContext';
import { needAnyReading } from '../ask/needScope';
import { type Arguments } from '../readArguments';

/** Copies the selected addresses, one a line; of an interface its primary address, of a subnet or VPC its range. */
export async function copyAddress(context: CommandContext, args: Arguments): Promise<unknown> {
  const addresses = (await addressesOf(context, args)).map((address) => printable(address));
  if (addresses.length === 0) return undefined;
  await env.clipboard.writeText(addresses.join('\n'));
  mention(l10n.t('Copied {0}', addresses.join(', ')), 3_000);
  return addresses;
}

async function addressesOf(context: CommandContext, args: Arguments): Promise<string[]> {
  const given = args.options.address;
  if (given !== undefined) return [given];
  const found = await needAnyReading(context, args);
  if (!found) return [];
  const { network } = found.reading;
  if (args.subjects.length === 0) {
    const answer = await pickInterface(context.prompter, { network }, { title: l10n.t('Copy Address') });
    return answer?.kind === 'next' ? [network.interface(answer.value)?.ip ?? ''] : [];
  }
  return args.subjects.flatMap((subject) => {
    if (subject.kind === 'address') return subject.address;
    if (subject.kind === 'interface') return network.interface(subject.networkInterfaceNo)?.ip ?? [];
    if (subject.kind === 'subnet') return network.subnet(subject.subnetNo)?.subnet ?? [];
    if (subject.kind === 'vpc') return network.vpc(subject.vpcNo)?.ipv4CidrBlock ?? [];
    return [];
  });
}
