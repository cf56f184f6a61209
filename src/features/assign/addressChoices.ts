import { l10n } from 'vscode';
import { isIpv4 } from '../../model/address';
import type { Network } from '../../model/network';
import { maxSecondaryIps, type NetworkInterface } from '../../model/networkInterface';
import { checkAddress } from '../../plan/checkAddress';
import { parseAddressList } from '../../plan/parseAddressList';
import { createNamer } from '../../words/namer';
import { problemText } from '../../words/problemText';
import { unseenText } from '../../words/subnetText';
import type { TypedChoice } from '../../ui/prompter';

/** Rows of addresses for one interface, each checked against every rule: of an address, and of a text with several. */
export interface AddressChoices {
  readonly choiceOf: (address: string) => TypedChoice<string>;
  readonly typed: (text: string) => readonly TypedChoice<string>[];
}

/** The rows for an interface of a network; `reserved` says for what an address of its subnet is kept, by address. */
export function addressChoices(
  network: Network,
  { networkInterfaceNo }: NetworkInterface,
  reserved: ReadonlyMap<string, string>,
): AddressChoices {
  const name = createNamer(network);
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
  return { choiceOf, typed };
}

/** Says that there are more addresses than an interface has room for. */
export function tooManyText(selected: number, room: number): string {
  return l10n.t(
    '{0} selected, but there is room for {1}. An interface can have {2} secondary IPs.',
    selected,
    room,
    maxSecondaryIps,
  );
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
