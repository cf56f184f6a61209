import { l10n } from 'vscode';
import { pickSubnet } from '../ask/pickSubnet';
import type { Network } from '../../model/network';
import type { Subnet } from '../../model/subnet';
import { unseenRanges, type UnseenRange } from '../../plan/unseenAddresses';
import type { Scope } from '../../session/scope';
import { notify } from '../../ui/notify';
import { shownName } from '../../words/shownName';
import { UserError } from '../../ui/userError';
import type { CommandContext } from '../commandContext';
import { needAnyReading } from '../ask/needScope';
import type { Arguments } from '../readArguments';

/** A subnet with its addresses that nobody is seen to hold. */
export interface UnseenOf {
  readonly scope: Scope;
  readonly network: Network;
  readonly subnet: Subnet;
  /** Without what is reserved. */
  readonly ranges: readonly UnseenRange[];
  /** What open files keep and nobody is seen to hold, with for whom. */
  readonly reserved: ReadonlyMap<string, string>;
}

/** Of the subnet a command was called on, of an interface's own, of the option `subnetNo`, or of the one that is picked. */
export async function unseenOf(context: CommandContext, args: Arguments, title: string): Promise<UnseenOf | undefined> {
  const found = await needAnyReading(context, args);
  if (!found) return undefined;
  const { scope, reading } = found;
  const { network } = reading;
  const subnetNo = givenSubnet(args, network) ?? (await pickSubnet(context.prompter, network, title));
  if (subnetNo === undefined) return undefined;
  const subnet = network.subnet(subnetNo);
  if (!subnet || !network.range(subnetNo)) {
    throw new UserError(l10n.t('The range of subnet {0} is unknown.', shownName(subnet?.subnetName ?? subnetNo)));
  }
  const kept = context.reservations.reservedIn(scope, subnetNo);
  const reserved = new Map([...kept].filter(([address]) => !network.holder(subnetNo, address)));
  return { scope, network, subnet, ranges: unseenRanges(network, subnetNo, reserved.keys()), reserved };
}

/** Says that there is nothing to take. "Free" is a word for what nobody knows, so "full" is said of what is seen only. */
export function sayFull({ subnet, network, reserved }: Pick<UnseenOf, 'subnet' | 'network' | 'reserved'>): void {
  const count = network.range(subnet.subnetNo)?.usableCount ?? 0;
  const name = shownName(subnet.subnetName);
  const text =
    reserved.size > 0
      ? l10n.t('All {1} addresses in {0} are seen in use, or reserved in open files.', name, count)
      : l10n.t('All {1} addresses in {0} are seen in use.', name, count);
  void notify('info', text);
}

/** Says that so many addresses of a subnet, by name, have nowhere to go. */
export function sayNoRoom(subnetName: string, count = 1): void {
  const name = shownName(subnetName);
  const text =
    count === 1
      ? l10n.t('No interface in {0} has room for another secondary IP.', name)
      : l10n.t('No interface in {0} has room for {1} more secondary IPs.', name, count);
  void notify('info', text);
}

function givenSubnet({ subjects: [subject], options }: Arguments, network: Network): string | undefined {
  if (!subject) return options.subnetNo;
  if ('subnetNo' in subject) return subject.subnetNo;
  return 'networkInterfaceNo' in subject ? network.interface(subject.networkInterfaceNo)?.subnetNo : undefined;
}
