import { l10n } from 'vscode';
import type { FailoverChoice } from '../../guest/failover/createFailover';
import type { Network } from '../../model/network';
import { maxSecondaryIps } from '../../model/networkInterface';
import { checkAddress } from '../../plan/checkAddress';
import { parseAddressList } from '../../plan/parseAddressList';
import type { Prompter } from '../../ui/prompter';
import { interfaceTitle } from '../../words/interfaceTitle';
import { createNamer } from '../../words/namer';
import { problemText } from '../../words/problemText';
import { pickInterface } from '../ask/pickInterface';

/** What is known before anything is asked: what the command was called on. */
export interface FailoverStart {
  readonly networkInterfaceNo?: string | undefined;
  readonly addresses: readonly string[];
}

/**
 * Asks which server is preferred, which addresses follow, who takes over in which order (two or three servers of one subnet),
 * and whether the preferred one takes them back. Undefined when somebody thought better of it.
 */
export async function askFailover(
  prompter: Prompter,
  network: Network,
  start: FailoverStart,
): Promise<FailoverChoice | undefined> {
  let nos: readonly string[] = start.networkInterfaceNo === undefined ? [] : [start.networkInterfaceNo];
  let addresses = start.addresses;
  const firstStep = start.networkInterfaceNo === undefined ? 0 : 1;
  for (let step = firstStep; ;) {
    const position = {
      title: l10n.t('Set Up Failover'),
      step: step - firstStep + 1,
      totalSteps: 5 - firstStep,
      canGoBack: step > firstStep,
    };
    if (step === 0 || step === 2 || step === 3) {
      const place = step === 0 ? 0 : step - 1;
      const answer = await pickServer(place, position);
      if (answer === undefined) return undefined;
      if (answer.kind === 'back') step--;
      else {
        nos = answer.value === '' ? nos.slice(0, place) : [...nos.slice(0, place), answer.value];
        step++;
      }
    } else if (step === 1) {
      const first = nos[0] ?? '';
      const held = network.interface(first)?.secondaryIpList ?? [];
      const answer = await prompter.input({
        ...position,
        prompt: l10n.t('Addresses that follow the master, up to {0}', maxSecondaryIps),
        placeholder: '10.0.10.100',
        value: (addresses.length > 0 ? addresses : held).join(', '),
        validate: (text) => problemOf(text, first, network),
      });
      if (answer === undefined) return undefined;
      if (answer.kind === 'back') step--;
      else {
        addresses = parseAddressList(answer.value).addresses;
        step++;
      }
    } else {
      const answer = await prompter.pick<boolean>({
        ...position,
        placeholder: l10n.t('When the preferred server is back after a failure'),
        choices: [
          { value: false, label: l10n.t('The Address Stays'), description: l10n.t('one interruption less') },
          { value: true, label: l10n.t('The Preferred Server Takes It Back') },
        ],
      });
      if (answer === undefined) return undefined;
      if (answer.kind === 'next') return { networkInterfaceNos: nos, addresses, preempts: answer.value };
      step--;
    }
  }

  /** The first server is any that has company in its subnet; the last one may be left out, which is an empty answer. */
  function pickServer(
    place: number,
    position: { title: string; step: number; totalSteps: number; canGoBack: boolean },
  ) {
    const chosen = nos.slice(0, place);
    const subnetNo = network.interface(chosen[0] ?? '')?.subnetNo;
    const candidates = network.interfaces.filter(
      (one) =>
        one.instanceNo !== undefined &&
        !chosen.includes(one.networkInterfaceNo) &&
        (subnetNo === undefined ? hasCompany(one.subnetNo) : one.subnetNo === subnetNo),
    );
    const placeholder =
      place === 0
        ? l10n.t('Which server has the address as long as all is well?')
        : place === 1
          ? l10n.t('Which server takes over?')
          : l10n.t('Which server takes over from both?');
    if (place < 2) {
      return pickInterface(
        prompter,
        { network, fits: (one) => candidates.includes(one), placeholder, chosen: nos[place] },
        position,
      );
    }
    return prompter.pick<string>({
      ...position,
      placeholder,
      choices: [
        { value: '', label: l10n.t('No Third Server') },
        ...candidates.map((one) => ({
          value: one.networkInterfaceNo,
          label: interfaceTitle(one, network),
          description: one.ip,
        })),
      ],
      active: (no) => no === (nos[place] ?? ''),
    });
  }

  function hasCompany(subnetNo: string): boolean {
    return network.interfaces.filter((one) => one.subnetNo === subnetNo && one.instanceNo !== undefined).length > 1;
  }
}

/** What is wrong with the addresses typed; undefined when they can follow a master in the subnet of the interface. */
export function problemOf(text: string, networkInterfaceNo: string, network: Network): string | undefined {
  const { addresses, problems } = parseAddressList(text);
  const [unread] = problems;
  if (unread) return problemText(unread, createNamer(network));
  if (addresses.length === 0) return l10n.t('Enter an address of the subnet');
  if (addresses.length > maxSecondaryIps) return l10n.t('An interface holds up to {0} secondary IPs', maxSecondaryIps);
  for (const address of addresses) {
    const checked = checkAddress(network, networkInterfaceNo, address, true);
    if (!checked.ok) return problemText(checked.problem, createNamer(network));
  }
  return undefined;
}
