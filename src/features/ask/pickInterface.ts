import { l10n, ThemeIcon } from 'vscode';
import type { Network } from '../../model/network';
import { isSettling, maxSecondaryIps, type NetworkInterface } from '../../model/networkInterface';
import { interfaceTitle } from '../../words/interfaceTitle';
import type { Answer, Choice, Position, Prompter } from '../../ui/prompter';
import { statusText } from '../../words/statusText';

/** Which interfaces may be picked, and which one stands there at first. */
export interface InterfaceQuestion {
  readonly network: Network;
  /** Which interfaces may be answered; all without it. */
  readonly fits?: (networkInterface: NetworkInterface) => boolean;
  readonly chosen?: string | undefined;
  readonly placeholder?: string;
}

/** Asks for an interface: found by server, name, address, subnet or number. Answers its number. */
export function pickInterface(
  prompter: Prompter,
  question: InterfaceQuestion,
  position: Position,
): Promise<Answer<string>> {
  const { network, fits = () => true, chosen } = question;
  const choices = network.interfaces
    .filter(fits)
    .toSorted((a, b) => interfaceTitle(a, network).localeCompare(interfaceTitle(b, network)))
    .map((networkInterface) => choiceOf(networkInterface, network));
  return prompter.pick({
    ...position,
    placeholder: question.placeholder ?? l10n.t('Search by server, name, address, subnet or number'),
    choices,
    active: (no) => no === chosen,
  });
}

function choiceOf(networkInterface: NetworkInterface, network: Network): Choice<string> {
  const { networkInterfaceNo, networkInterfaceName, ip, secondaryIpList, subnetNo } = networkInterface;
  const title = interfaceTitle(networkInterface, network);
  const subnet = network.subnet(subnetNo);
  const vpc = subnet && network.vpc(subnet.vpcNo);
  const isFull = secondaryIpList.length >= maxSecondaryIps;
  const count = `${secondaryIpList.length}/${maxSecondaryIps}`;
  const notes = [
    isFull ? l10n.t('{0} full', count) : count,
    ...(isSettling(networkInterface) ? [statusText(networkInterface)] : []),
  ];
  return {
    value: networkInterfaceNo,
    iconPath: new ThemeIcon(isFull ? 'circle-slash' : 'plug'),
    label: title,
    description: [ip, ...notes].join(' · '),
    detail: [
      title === networkInterfaceName ? undefined : networkInterfaceName,
      networkInterfaceNo,
      vpc?.vpcName,
      subnet?.subnetName,
      subnet?.subnet,
      ...secondaryIpList,
    ]
      .filter(Boolean)
      .join(' · '),
  };
}
