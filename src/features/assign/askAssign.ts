import { l10n } from 'vscode';
import { dropAbsent } from '../../model/dropAbsent';
import { maxSecondaryIps, type NetworkInterface } from '../../model/networkInterface';
import { createNamer } from '../../words/namer';
import { PlanRefused } from '../../words/planRefused';
import { mapAnswer, type Prompter } from '../../ui/prompter';
import type { WizardStep } from '../../ui/wizard';
import { askAddresses } from './askAddresses';
import { addressChoices } from './addressChoices';
import type { AssignAnswers, AssignHow } from './assignAnswers';
import { countChoices, howChoices, typedAddresses } from './assignChoices';
import type { AssignNetwork } from './assignNetwork';
import { interfaceObstacles, noneLeft, proposable, proposedFor } from './assignObstacles';
import { pickInterface } from '../ask/pickInterface';
import { titleFor } from './titleFor';

/** The questions of assignSecondaryIps, each asked only when its answer is missing in `given`. */
export function assignSteps(
  prompter: Prompter,
  network: AssignNetwork,
  given: AssignAnswers,
): WizardStep<AssignAnswers>[] {
  const target = (state: AssignAnswers): NetworkInterface | undefined =>
    network.now().interface(state.networkInterfaceNo ?? '');
  const roomOf = (state: AssignAnswers): number => maxSecondaryIps - (target(state)?.secondaryIpList.length ?? 0);
  const mostOf = (state: AssignAnswers): number => {
    if (state.how === 'propose') return proposable(network, state);
    return state.how === 'both' ? roomOf(state) - 1 : roomOf(state);
  };
  const hasAddresses = given.secondaryIps !== undefined || given.count !== undefined;
  const reassign = dropAbsent({ allowReassign: given.allowReassign });

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
    ...interfaceObstacles(prompter, network),
    {
      isNeeded: () => !hasAddresses,
      ask: async (state, position) => {
        const { networkInterfaceNo = '' } = state;
        const nic = target(state);
        if (!nic) {
          throw new PlanRefused([{ kind: 'unknownInterface', networkInterfaceNo }], createNamer(network.now()));
        }
        const rows = addressChoices(network.now(), nic, network.reservedIn(nic.subnetNo));
        const answer = await prompter.pick<AssignHow | readonly string[]>({
          ...position,
          title: titleFor(network.now(), state, position.title),
          placeholder: l10n.t('How do you want to choose addresses? Room for {0}.', roomOf(state)),
          choices: howChoices(roomOf(state)),
          active: (how) => how === state.how,
          typed: (text) => typedAddresses(text, roomOf(state), rows),
        });
        if (answer?.value === 'propose' && proposable(network, state) === 0) await network.lookAround();
        return mapAnswer(answer, (how): AssignAnswers => {
          if (typeof how !== 'string') return { ...without(state, 'count'), how: 'pick', secondaryIps: how };
          return how === state.how ? state : { ...without(state, 'secondaryIps', 'count'), how };
        });
      },
    },
    noneLeft(prompter, network),
    {
      isNeeded: ({ how }) => how === 'propose' || how === 'service' || how === 'both',
      ask: async (state, position) =>
        mapAnswer(
          await prompter.pick({
            ...position,
            title: titleFor(network.now(), state, position.title),
            placeholder: state.how === 'propose' ? l10n.t('How many?') : l10n.t('How many should NAVER Cloud choose?'),
            choices: countChoices(mostOf(state)),
            active: (count) => count === state.count,
          }),
          (count) => (count === state.count ? state : { ...without(state, 'secondaryIps'), count }),
        ),
    },
    {
      isNeeded: ({ how }) => how !== undefined && how !== 'service',
      ask: async (state, position) => {
        const nic = target(state);
        if (!nic) return undefined;
        const room = state.how === 'both' ? roomOf(state) - (state.count ?? 0) : roomOf(state);
        const picked =
          state.secondaryIps ?? (state.how === 'propose' ? proposedFor(network, nic.subnetNo, state.count ?? 1) : []);
        const asked = { ...position, title: titleFor(network.now(), state, position.title) };
        return mapAnswer(
          await askAddresses(
            prompter,
            network,
            nic,
            { picked, room, atLeast: 1, isTakeover: state.how === 'takeOver' },
            asked,
          ),
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
