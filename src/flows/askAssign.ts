import { l10n } from 'vscode';
import type { Network } from '../model/network';
import { maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import { checkAddress } from '../plan/checkAddress';
import type { AssignItem } from '../plan/intent';
import { proposeAddresses } from '../plan/proposeAddresses';
import { createNamer } from '../ui/namer';
import { PlanRefused } from '../ui/planRefused';
import { problemText } from '../ui/problemText';
import { mapAnswer, type Prompter } from '../ui/prompter';
import type { WizardStep } from '../ui/wizard';
import { askAddresses } from './askAddresses';
import { pickInterface } from './pickInterface';
import { titleFor } from './titleFor';

/** How the addresses are found. */
export type AssignHow = 'pick' | 'propose' | 'service' | 'both';

/** What the wizard knows so far. */
export interface AssignAnswers {
  readonly networkInterfaceNo?: string;
  readonly how?: AssignHow;
  readonly count?: number;
  readonly secondaryIps?: readonly string[];
  readonly allowReassign?: boolean;
}

/** The questions of assignSecondaryIps, each asked only when its answer is missing in `given`. */
export function assignSteps(prompter: Prompter, network: Network, given: AssignAnswers): WizardStep<AssignAnswers>[] {
  const target = (state: AssignAnswers): NetworkInterface | undefined =>
    network.interface(state.networkInterfaceNo ?? '');
  const roomOf = (state: AssignAnswers): number => maxSecondaryIps - (target(state)?.secondaryIpList.length ?? 0);
  const hasAddresses = given.secondaryIps !== undefined || given.count !== undefined;
  const isFull = (state: AssignAnswers): boolean => roomOf(state) <= 0;
  const reassign = given.allowReassign === undefined ? {} : { allowReassign: given.allowReassign };

  return [
    {
      isNeeded: () => given.networkInterfaceNo === undefined,
      ask: async (state, position) =>
        mapAnswer(
          await pickInterface(prompter, { network, chosen: state.networkInterfaceNo }, position),
          (networkInterfaceNo) =>
            networkInterfaceNo === state.networkInterfaceNo ? state : { ...given, networkInterfaceNo },
        ),
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
        const message = problemText({ ...full, has: nic?.secondaryIpList.length ?? 0 }, createNamer(network));
        const choices = [{ value: undefined, label: `$(circle-slash) ${l10n.t('Close')}`, detail: message }];
        // Nothing follows, so there is no step number to show.
        const { canGoBack = false } = position;
        const title = titleFor(network, state, position.title);
        const answer = await prompter.pick({ title, canGoBack, placeholder: message, choices });
        return answer?.kind === 'back' ? { kind: 'back' } : undefined;
      },
    },
    {
      isNeeded: () => !hasAddresses,
      ask: async (state, position) => {
        const { networkInterfaceNo = '' } = state;
        if (!target(state)) {
          throw new PlanRefused([{ kind: 'unknownInterface', networkInterfaceNo }], createNamer(network));
        }
        return mapAnswer(
          await prompter.pick({
            ...position,
            title: titleFor(network, state, position.title),
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
            title: titleFor(network, state, position.title),
            placeholder: state.how === 'propose' ? l10n.t('How many?') : l10n.t('How many shall NAVER Cloud choose?'),
            choices: counts(state.how === 'both' ? roomOf(state) - 1 : roomOf(state)),
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
          (state.how === 'propose' ? proposeAddresses(network, nic.subnetNo, state.count ?? 1) : []);
        const asked = { ...position, title: titleFor(network, state, position.title) };
        return mapAnswer(
          await askAddresses(prompter, network, nic, { picked, room, atLeast: 1 }, asked),
          // A yes to taking over was said to other addresses.
          (secondaryIps) => ({ ...without(state, 'allowReassign'), ...reassign, secondaryIps }),
        );
      },
    },
    {
      isNeeded: (state) => given.allowReassign === undefined && held(network, state).length > 0,
      ask: async (state, position) => {
        const name = createNamer(network);
        const conflicts = held(network, state);
        const holders = conflicts.map(({ address, holder }) => l10n.t('{0} by {1}', address, name(holder)));
        const losses = conflicts.map(({ address, holder }) => l10n.t('{0} loses {1}.', name(holder), address));
        const left = (state.secondaryIps ?? []).filter((ip) => !conflicts.some(({ address }) => address === ip));
        return mapAnswer(
          await prompter.pick({
            ...position,
            title: titleFor(network, state, position.title),
            placeholder: l10n.t('Held already: {0}', holders.join(', ')),
            choices: [
              { value: true, label: `$(arrow-swap) ${l10n.t('Take over')}`, detail: losses.join(' ') },
              ...(left.length > 0 || (state.how === 'both' && (state.count ?? 0) > 0)
                ? [{ value: false, label: `$(circle-slash) ${l10n.t('Leave them out')}`, detail: restText(left) }]
                : []),
            ],
          }),
          (allowReassign) => ({ ...state, allowReassign, ...(!allowReassign && { secondaryIps: left }) }),
        );
      },
    },
  ];
}

function restText(left: readonly string[]): string {
  return left.length > 0
    ? l10n.t('Only {0} is assigned.', left.join(', '))
    : l10n.t('Only what NAVER Cloud chooses is assigned.');
}

/** The intent behind the answers. */
export function assignItem(state: AssignAnswers): AssignItem {
  const usesService = state.how === undefined || state.how === 'service' || state.how === 'both';
  return {
    kind: 'assign',
    networkInterfaceNo: state.networkInterfaceNo ?? '',
    secondaryIps: state.how === 'service' ? [] : (state.secondaryIps ?? []),
    ...(usesService && state.count !== undefined && { count: state.count }),
    ...(state.allowReassign !== undefined && { allowReassign: state.allowReassign }),
  };
}

function without(state: AssignAnswers, ...keys: (keyof AssignAnswers)[]): AssignAnswers {
  return Object.fromEntries(Object.entries(state).filter(([key]) => !keys.includes(key as keyof AssignAnswers)));
}

function howChoices(room: number): { value: AssignHow; label: string; detail: string }[] {
  return [
    {
      value: 'pick',
      label: `$(checklist) ${l10n.t('Pick addresses')}`,
      detail: l10n.t('From the list of addresses not seen in use, or by typing'),
    },
    {
      value: 'propose',
      label: `$(lightbulb) ${l10n.t('Propose some for me')}`,
      detail: l10n.t('The lowest addresses not seen in use; you can change them. Safe to repeat'),
    },
    {
      value: 'service',
      label: `$(cloud) ${l10n.t('Let NAVER Cloud choose')}`,
      detail: l10n.t('Only the number is sent (secondaryIpCount)'),
    },
    ...(room > 1
      ? [
          {
            value: 'both' as const,
            label: `$(combine) ${l10n.t('Pick addresses and let NAVER Cloud add more')}`,
            detail: l10n.t('Both in one call'),
          },
        ]
      : []),
  ];
}

function counts(most: number): { value: number; label: string }[] {
  return Array.from({ length: Math.max(1, most) }, (_, index) => ({ value: index + 1, label: String(index + 1) }));
}

/** Chosen addresses that are another interface's secondary IP. */
function held(network: Network, state: AssignAnswers): { address: string; holder: string }[] {
  return (state.secondaryIps ?? []).flatMap((address) => {
    const check = checkAddress(network, state.networkInterfaceNo ?? '', address, true);
    return check.ok && check.state === 'takes' ? [{ address, holder: check.holder.networkInterfaceNo }] : [];
  });
}
