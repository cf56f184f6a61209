import { l10n, ThemeIcon } from 'vscode';
import type { Network } from '../model/network';
import { maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import { proposeAddresses } from '../plan/proposeAddresses';
import { createNamer } from '../ui/namer';
import { PlanRefused } from '../ui/planRefused';
import { problemText } from '../ui/problemText';
import { mapAnswer, type Prompter } from '../ui/prompter';
import type { WizardStep } from '../ui/wizard';
import { askAddresses } from './askAddresses';
import type { AssignAnswers } from './assignAnswers';
import { countChoices, howChoices } from './assignChoices';
import { pickInterface } from './pickInterface';
import { titleFor } from './titleFor';

/** The network that the questions are about. */
export interface AssignNetwork {
  /** As last read. */
  now(): Network;
  /** Reads an interface that was chosen once more when it was full or busy a while ago: it may be neither by now. */
  look(networkInterfaceNo: string): Promise<void>;
}

/** The questions of assignSecondaryIps, each asked only when its answer is missing in `given`. */
export function assignSteps(
  prompter: Prompter,
  network: AssignNetwork,
  given: AssignAnswers,
): WizardStep<AssignAnswers>[] {
  const target = (state: AssignAnswers): NetworkInterface | undefined =>
    network.now().interface(state.networkInterfaceNo ?? '');
  const roomOf = (state: AssignAnswers): number => maxSecondaryIps - (target(state)?.secondaryIpList.length ?? 0);
  const hasAddresses = given.secondaryIps !== undefined || given.count !== undefined;
  const isFull = (state: AssignAnswers): boolean => roomOf(state) <= 0;
  const reassign = given.allowReassign === undefined ? {} : { allowReassign: given.allowReassign };

  return [
    {
      isNeeded: () => given.networkInterfaceNo === undefined,
      async ask(state, position) {
        const question = { network: network.now(), chosen: state.networkInterfaceNo };
        const answer = await pickInterface(prompter, question, position);
        if (answer?.kind === 'next') await network.look(answer.value);
        return mapAnswer(answer, (networkInterfaceNo) =>
          networkInterfaceNo === state.networkInterfaceNo ? state : { ...given, networkInterfaceNo },
        );
      },
    },
    {
      isNeeded: isFull,
      async ask(state, position) {
        const nic = target(state);
        const full = {
          kind: 'tooMany',
          networkInterfaceNo: nic?.networkInterfaceNo ?? '',
          wants: 1,
          limit: maxSecondaryIps,
        } as const;
        const message = problemText({ ...full, has: nic?.secondaryIpList.length ?? 0 }, createNamer(network.now()));
        const choices = [
          { value: undefined, iconPath: new ThemeIcon('circle-slash'), label: l10n.t('Close'), detail: message },
        ];
        // Nothing follows, so there is no step number to show.
        const { canGoBack = false } = position;
        const title = titleFor(network.now(), state, position.title);
        const answer = await prompter.pick({ title, canGoBack, placeholder: message, choices });
        return answer?.kind === 'back' ? { kind: 'back' } : undefined;
      },
    },
    {
      isNeeded: () => !hasAddresses,
      ask: async (state, position) => {
        const { networkInterfaceNo = '' } = state;
        if (!target(state)) {
          throw new PlanRefused([{ kind: 'unknownInterface', networkInterfaceNo }], createNamer(network.now()));
        }
        return mapAnswer(
          await prompter.pick({
            ...position,
            title: titleFor(network.now(), state, position.title),
            placeholder: l10n.t('How shall the addresses be found? Room for {0}.', roomOf(state)),
            choices: howChoices(roomOf(state)),
            active: (how) => how === state.how,
          }),
          (how) => (how === state.how ? state : { ...without(state, 'secondaryIps', 'count'), how }),
        );
      },
    },
    {
      isNeeded: ({ how }) => how !== undefined && how !== 'pick',
      ask: async (state, position) =>
        mapAnswer(
          await prompter.pick({
            ...position,
            title: titleFor(network.now(), state, position.title),
            placeholder: state.how === 'propose' ? l10n.t('How many?') : l10n.t('How many shall NAVER Cloud choose?'),
            choices: countChoices(state.how === 'both' ? roomOf(state) - 1 : roomOf(state)),
            active: (count) => count === state.count,
          }),
          (count) => (count === state.count ? state : { ...without(state, 'secondaryIps'), count }),
        ),
    },
    {
      isNeeded: ({ how }) => how === 'pick' || how === 'propose' || how === 'both',
      ask: async (state, position) => {
        const nic = target(state);
        if (!nic) return undefined;
        const room = state.how === 'both' ? roomOf(state) - (state.count ?? 0) : roomOf(state);
        const picked =
          state.secondaryIps ??
          (state.how === 'propose' ? proposeAddresses(network.now(), nic.subnetNo, state.count ?? 1) : []);
        const asked = { ...position, title: titleFor(network.now(), state, position.title) };
        return mapAnswer(
          await askAddresses(prompter, network.now(), nic, { picked, room, atLeast: 1 }, asked),
          // A yes to taking over was said to other addresses.
          (secondaryIps) => ({ ...without(state, 'allowReassign'), ...reassign, secondaryIps }),
        );
      },
    },
  ];
}

function without(state: AssignAnswers, ...keys: (keyof AssignAnswers)[]): AssignAnswers {
  return Object.fromEntries(Object.entries(state).filter(([key]) => !keys.includes(key as keyof AssignAnswers)));
}
