import { l10n } from 'vscode';
import { compareAddresses, isIpv4 } from '../../model/address';
import type { Network } from '../../model/network';
import { maxSecondaryIps, type NetworkInterface } from '../../model/networkInterface';
import { checkAddress } from '../../plan/checkAddress';
import { parseAddressList } from '../../plan/parseAddressList';
import { unseenAddresses } from '../../plan/unseenAddresses';
import { createNamer } from '../../words/namer';
import { problemText } from '../../words/problemText';
import { unseenText } from '../../words/subnetText';
import type { Answer, Position, Prompter, TypedChoice } from '../../ui/prompter';
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
  const name = createNamer(network);
  const { networkInterfaceNo, subnetNo } = target;
  const reserved = reservedIn(subnetNo);

  function choiceOf(address: string): TypedChoice<string> {
    const check = checkAddress(network, networkInterfaceNo, address, true);
    const choice = { value: address, label: address };
    if (!check.ok) return { ...choice, problem: problemText(check.problem, name) };
    switch (check.state) {
      case 'unseen':
        return { ...choice, description: unseenText(reserved.get(address)) };
      case 'alreadyThere':
        return { ...choice, problem: l10n.t('{0} is already on this interface.', address) };
      case 'takes':
        return {
          ...choice,
          description: l10n.t('held by {0} (would be taken over)', name(check.holder.networkInterfaceNo)),
        };
    }
  }
  function typed(text: string): TypedChoice<string>[] {
    const { addresses, problems } = parseAddressList(text);
    const twice = new Set(addresses.filter((address, index) => addresses.indexOf(address) !== index));
    const duplicates = [...twice].map((address) => ({ kind: 'duplicate' as const, address }));
    return [
      ...addresses.map(choiceOf),
      ...[...duplicates, ...problems].map((problem) => {
        const words = problemText(problem, name);
        const label = 'text' in problem ? problem.text : words;
        return { value: label, label, problem: words, isUnfinished: isHalfTyped(label, text) };
      }),
    ];
  }
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
      return l10n.t(
        '{0} selected, but there is room for {1}. An interface can have {2} secondary IPs.',
        addresses.length,
        options.room,
        maxSecondaryIps,
      );
    },
  });
}

/** The word that is typed on, as long as it may become an address or a range of them: 10.0.1, 10.0.10.20-2. */
function isHalfTyped(word: string, text: string): boolean {
  const [first = '', last, ...rest] = word.split('-');
  if (rest.length > 0 || !text.replace(/\s*-\s*/g, '-').endsWith(word)) return false;
  return last === undefined ? isBeginning(first) : isIpv4(first) && isBeginning(last);
}

function isBeginning(text: string): boolean {
  const numbers = text.split('.');
  const isOne = (number: string, at: number): boolean =>
    /^\d{0,3}$/.test(number) && Number(number) <= 255 && (number !== '' || at === numbers.length - 1);
  return numbers.length <= 4 && numbers.every(isOne);
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
