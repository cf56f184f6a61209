import { l10n, ThemeIcon } from 'vscode';
import type { Network } from '../model/network';
import { checkAddress } from '../plan/checkAddress';
import { createNamer } from '../ui/namer';
import { mapAnswer, type Answer, type Position, type Prompter } from '../ui/prompter';
import type { AssignAnswers } from './assignAnswers';
import { titleFor } from './titleFor';

/** Chosen addresses that are another interface's secondary IP. */
export function held(network: Network, state: AssignAnswers): { address: string; holder: string }[] {
  return (state.secondaryIps ?? []).flatMap((address) => {
    const check = checkAddress(network, state.networkInterfaceNo ?? '', address, true);
    return check.ok && check.state === 'takes' ? [{ address, holder: check.holder.networkInterfaceNo }] : [];
  });
}

/** Asks whether the holders shall lose the addresses that were chosen, naming each loss. */
export async function askTakeover(
  prompter: Prompter,
  network: Network,
  state: AssignAnswers,
  position: Position,
): Promise<Answer<AssignAnswers>> {
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
        {
          value: true,
          iconPath: new ThemeIcon('arrow-swap'),
          label: l10n.t('Take over'),
          detail: losses.join(' '),
        },
        ...(left.length > 0 || (state.how === 'both' && (state.count ?? 0) > 0)
          ? [
              {
                value: false,
                iconPath: new ThemeIcon('circle-slash'),
                label: l10n.t('Leave them out'),
                detail: restText(left),
              },
            ]
          : []),
      ],
    }),
    (allowReassign) => ({ ...state, allowReassign, ...(!allowReassign && { secondaryIps: left }) }),
  );
}

function restText(left: readonly string[]): string {
  return left.length > 0
    ? l10n.t('Only {0} is assigned.', left.join(', '))
    : l10n.t('Only what NAVER Cloud chooses is assigned.');
}
