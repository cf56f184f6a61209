import { l10n } from 'vscode';
import { dropAbsent } from '../../model/dropAbsent';
import type { FailoverChoice } from '../../guest/failover/createFailover';
import type { Network } from '../../model/network';
import { maxSecondaryIps, type NetworkInterface } from '../../model/networkInterface';
import { parseAddressList } from '../../plan/parseAddressList';
import { mapAnswer, type Answer, type Position, type Prompter } from '../../ui/prompter';
import { runWizard, type WizardStep } from '../../ui/wizard';
import { interfaceTitle } from '../../words/interfaceTitle';
import { pickInterface } from '../ask/pickInterface';
import { companyOf, isAttached, problemOf, standbys } from './failoverRules';

/** What is known before anything is asked: what the command was called on. */
export interface FailoverStart {
  readonly networkInterfaceNo?: string | undefined;
  readonly addresses: readonly string[];
}

/** What was answered so far. */
interface Answers {
  readonly first?: string;
  /** The addresses as typed. */
  readonly text?: string;
  readonly second?: string;
  /** Empty: no third server. */
  readonly third?: string;
  readonly preempts?: boolean;
}

/**
 * Asks which server is preferred, which addresses follow, who takes over in which order (two or three servers of one subnet),
 * and whether the preferred one takes them back. Undefined when somebody thought better of it.
 */
export async function askFailover(
  prompter: Prompter,
  network: Network,
  { networkInterfaceNo, addresses }: FailoverStart,
): Promise<FailoverChoice | undefined> {
  const start: Answers = dropAbsent({
    first: networkInterfaceNo,
    text: addresses.length > 0 ? addresses.join(', ') : undefined,
  });
  const step = <Name extends keyof Answers>(
    name: Name,
    ask: (network: Network, state: Answers, position: Position) => Promise<Answer<Required<Answers>[Name]>>,
  ): WizardStep<Answers> => ({
    isNeeded: () => name !== 'first' || networkInterfaceNo === undefined,
    ask: async (state, position) =>
      mapAnswer(await ask(network, state, position), (value) => ({ ...state, [name]: value })),
  });
  const steps = [
    step('first', (...asked) => pickFirst(prompter, ...asked)),
    step('text', (...asked) => askAddresses(prompter, ...asked)),
    step('second', (...asked) => pickSecond(prompter, ...asked)),
    step('third', (...asked) => pickThird(prompter, ...asked)),
    step('preempts', (...asked) => askPreempts(prompter, ...asked)),
  ];
  const answers = await runWizard(l10n.t('Set Up Failover'), steps, start);
  if (!answers) return undefined;
  const { first, second, third, text = '', preempts = false } = answers;
  return {
    networkInterfaceNos: [first, second, third].flatMap((no) => (no ? [no] : [])),
    addresses: parseAddressList(text).addresses,
    preempts,
  };
}

/** Any server that has company in its subnet. */
function pickFirst(prompter: Prompter, network: Network, { first }: Answers, position: Position) {
  const placeholder = l10n.t('Which server is preferred?');
  const fits = (one: NetworkInterface): boolean => isAttached(one) && companyOf(network, one).length > 0;
  return pickInterface(prompter, { network, fits, placeholder, chosen: first }, position);
}

function askAddresses(prompter: Prompter, network: Network, { first = '', text }: Answers, position: Position) {
  const held = network.interface(first)?.secondaryIpList ?? [];
  return prompter.input({
    ...position,
    prompt: l10n.t('Addresses that follow the master, up to {0}', maxSecondaryIps),
    placeholder: '10.0.10.100',
    value: text ?? held.join(', '),
    validate: (typed) => problemOf(typed, first, network),
  });
}

function pickSecond(prompter: Prompter, network: Network, state: Answers, position: Position) {
  const fitting = standbys(network, state.first, state.text);
  const placeholder =
    fitting.length > 0
      ? l10n.t('Which server takes over?')
      : l10n.t('No other server of the subnet has room for these addresses. Go back and choose others.');
  return pickInterface(
    prompter,
    { network, fits: (one) => fitting.includes(one), placeholder, chosen: state.second },
    position,
  );
}

function pickThird(prompter: Prompter, network: Network, state: Answers, position: Position): Promise<Answer<string>> {
  const others = standbys(network, state.first, state.text).filter(
    ({ networkInterfaceNo }) => networkInterfaceNo !== state.second,
  );
  return prompter.pick<string>({
    ...position,
    placeholder: l10n.t('Which server takes over from both?'),
    choices: [
      { value: '', label: l10n.t('No Third Server') },
      ...others.map((one) => ({
        value: one.networkInterfaceNo,
        label: interfaceTitle(one, network),
        description: one.ip,
      })),
    ],
    active: (no) => no === (state.third ?? ''),
  });
}

function askPreempts(
  prompter: Prompter,
  _network: Network,
  { preempts }: Answers,
  position: Position,
): Promise<Answer<boolean>> {
  return prompter.pick<boolean>({
    ...position,
    placeholder: l10n.t('When the preferred server is back after a failure'),
    choices: [
      { value: false, label: l10n.t('The Address Stays'), description: l10n.t('one interruption fewer') },
      { value: true, label: l10n.t('The Preferred Server Takes It Back') },
    ],
    active: (value) => value === preempts,
  });
}
