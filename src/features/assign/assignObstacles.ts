import { l10n, ThemeIcon } from 'vscode';
import { dropAbsent } from '../../model/dropAbsent';
import { isSettling, maxSecondaryIps, type NetworkInterface } from '../../model/networkInterface';
import { proposeAddresses } from '../../plan/unseenAddresses';
import { createNamer } from '../../words/namer';
import { problemText } from '../../words/problemText';
import { saying, type Answer, type Choice, type Prompter } from '../../ui/prompter';
import { shownName } from '../../words/shownName';
import type { WizardStep } from '../../ui/wizard';
import { takableAddresses } from './askAddresses';
import { askSettled } from '../change/planSettled';
import type { AssignAnswers } from './assignAnswers';
import type { AssignNetwork } from './assignNetwork';
import { titleFor } from './titleFor';

type Step = WizardStep<AssignAnswers>;
const close = (detail?: string): Choice<undefined> => ({
  value: undefined,
  iconPath: new ThemeIcon('circle-slash'),
  label: l10n.t('Close'),
  ...(detail !== undefined && { detail }),
});

function targetOf(network: AssignNetwork, state: AssignAnswers): NetworkInterface | undefined {
  return network.now().interface(state.networkInterfaceNo ?? '');
}

/** What stands in the way of an interface at the start: it is changing, which passes, or it is full. */
export function interfaceObstacles(prompter: Prompter, network: AssignNetwork): Step[] {
  const isChanging = (state: AssignAnswers): boolean => {
    const nic = targetOf(network, state);
    return nic !== undefined && isSettling(nic);
  };
  return [
    {
      isNeeded: isChanging,
      async ask(state, position): Promise<Answer<AssignAnswers>> {
        const title = titleFor(network.now(), state, position.title);
        while (isChanging(state)) {
          const { networkInterfaceNo = '' } = state;
          const { code = '' } = targetOf(network, state)?.networkInterfaceStatus ?? {};
          const problem = { kind: 'settling', networkInterfaceNo, status: code } as const;
          const message = problemText(problem, createNamer(network.now()));
          const answer = await askSettled(prompter, message, { ...position, title });
          if (answer?.kind !== 'next') return answer && { kind: 'back' };
          await network.settle(networkInterfaceNo);
        }
        return { kind: 'next', value: state };
      },
    },
    {
      isNeeded: (state) => (targetOf(network, state)?.secondaryIpList.length ?? 0) >= maxSecondaryIps,
      async ask(state, position) {
        const { networkInterfaceNo = '' } = state;
        const has = targetOf(network, state)?.secondaryIpList.length ?? 0;
        const problem = { kind: 'tooMany', networkInterfaceNo, has, wants: 1, limit: maxSecondaryIps } as const;
        const message = problemText(problem, createNamer(network.now()));
        // Nothing follows, so there is no step number to show.
        const { canGoBack = false } = position;
        const title = titleFor(network.now(), state, position.title);
        const answer = await prompter.pick({ title, canGoBack, ...saying(message, [close(message)]) });
        return answer?.kind === 'back' ? { kind: 'back' } : undefined;
      },
    },
  ];
}

/** The lowest addresses of a subnet neither seen in use nor reserved by an open file. */
export function proposedFor(network: AssignNetwork, subnetNo: string, count: number): string[] {
  return proposeAddresses(network.now(), subnetNo, count, new Set(network.reservedIn(subnetNo).keys()));
}

/** How many addresses can be proposed for an interface: as many as there is room for, or as are left. */
export function proposable(network: AssignNetwork, state: AssignAnswers): number {
  const nic = targetOf(network, state);
  const room = maxSecondaryIps - (nic?.secondaryIpList.length ?? 0);
  return nic ? proposedFor(network, nic.subnetNo, room).length : 0;
}

/** Where addresses are wanted as a proposal and none is left: says so before anything else is asked, and offers to take others over. */
export function noneLeft(prompter: Prompter, network: AssignNetwork): Step {
  return {
    isNeeded: (state) => state.how === 'propose' && proposable(network, state) === 0,
    async ask(state, position) {
      const nic = targetOf(network, state);
      if (!nic) return undefined;
      const { subnetName, subnet = '' } = network.now().subnet(nic.subnetNo) ?? {};
      const held = takableAddresses(network.now(), nic).length;
      const [name, range] = [shownName(subnetName ?? nic.subnetNo), shownName(subnet)];
      const message =
        network.reservedIn(nic.subnetNo).size > 0
          ? l10n.t(
              'No addresses left to propose in {0} ({1}): all are seen in use, or reserved in open files.',
              name,
              range,
            )
          : l10n.t('No addresses left to propose in {0} ({1}): all are seen in use.', name, range);
      const takeOver = {
        value: true as const,
        iconPath: new ThemeIcon('arrow-swap'),
        label: l10n.t('Take Over Addresses'),
        detail: l10n.t('Choose from the secondary IPs of other interfaces in this subnet: {0}', held),
      };
      const answer = await prompter.pick({
        ...position,
        title: titleFor(network.now(), state, position.title),
        ...saying<true | undefined>(message, held > 0 ? [takeOver, close()] : [close()]),
      });
      if (answer?.kind === 'back') return { kind: 'back' };
      if (answer?.value !== true) return undefined;
      const { networkInterfaceNo = '', allowReassign } = state;
      const kept = dropAbsent({ networkInterfaceNo, allowReassign });
      return { kind: 'next', value: { ...kept, how: 'takeOver' } };
    },
  };
}
