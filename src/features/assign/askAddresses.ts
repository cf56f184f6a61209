import { l10n } from 'vscode';
import { compareAddresses } from '../../model/address';
import type { Network } from '../../model/network';
import type { NetworkInterface } from '../../model/networkInterface';
import { unseenAddresses } from '../../plan/unseenAddresses';
import type { Answer, Position, Prompter } from '../../ui/prompter';
import { addressChoices, tooManyText } from './addressChoices';
import type { AssignNetwork } from './assignNetwork';

/** A /16 has 65,529 addresses: the list shows the first unseen ones, typing reaches all. */
const shownUnseen = 200;

/** Asks which addresses to assign to an interface, from a list and by typing, each checked against every rule while it is typed. */
export function askAddresses(
  prompter: Prompter,
  { now, reservedIn }: Pick<AssignNetwork, 'now' | 'reservedIn'>,
  target: NetworkInterface,
  options: {
    readonly picked: readonly string[];
    readonly room: number;
    readonly atLeast: number;
    /** Only what others hold is listed, and said to be what it is. */
    readonly isTakeover?: boolean;
  },
  position: Position,
): Promise<Answer<readonly string[]>> {
  const network = now();
  const { subnetNo } = target;
  const reserved = reservedIn(subnetNo);
  const { choiceOf, typed } = addressChoices(network, target, reserved);
  return prompter.pickMany({
    ...position,
    placeholder: options.isTakeover
      ? l10n.t('Select addresses to take over from other interfaces, or type them')
      : l10n.t('Select addresses, or type them: 10.0.10.11, 10.0.10.20-23'),
    choices: [
      ...(options.isTakeover ? [] : firstUnseen(network, subnetNo, reserved)),
      ...takableAddresses(network, target),
    ].map(choiceOf),
    picked: options.picked.map(choiceOf).filter(({ problem }) => problem === undefined),
    typed,
    validate(addresses) {
      if (addresses.length < options.atLeast) return l10n.t('Select at least one address.');
      if (addresses.length <= options.room) return undefined;
      return tooManyText(addresses.length, options.room);
    },
  });
}

function firstUnseen(network: Network, subnetNo: string, reserved: ReadonlyMap<string, string>): string[] {
  const first: string[] = [];
  for (const address of unseenAddresses(network, subnetNo, new Set(reserved.keys()))) {
    if (first.push(address) >= shownUnseen) break;
  }
  return first;
}

/** Secondary IPs of the subnet's other interfaces: they can be taken over. */
export function takableAddresses(network: Network, { networkInterfaceNo, subnetNo }: NetworkInterface): string[] {
  return network
    .interfacesOf(subnetNo)
    .filter((other) => other.networkInterfaceNo !== networkInterfaceNo)
    .flatMap(({ secondaryIpList }) => secondaryIpList)
    .sort(compareAddresses);
}
