import { l10n } from 'vscode';
import type { Network } from '../../model/network';
import { checkAddress } from '../../plan/checkAddress';
import type { AssignAnswers } from './assignAnswers';

/**
 * The answers as they are meant: whoever ticks an address that is shown as held by somebody takes it over, unless it was said
 * beforehand that nothing is. The review names who loses it, and asks.
 */
export function takingOver(network: Network, answers: AssignAnswers): AssignAnswers {
  const isMeant = answers.allowReassign === undefined && held(network, answers).length > 0;
  return isMeant ? { ...answers, allowReassign: true } : answers;
}

/** The answers without what would be taken over; undefined when nothing is, or when nothing else is left to assign. */
export function withoutTakeover(network: Network, answers: AssignAnswers): AssignAnswers | undefined {
  const taken = answers.allowReassign === true ? held(network, answers) : [];
  const secondaryIps = (answers.secondaryIps ?? []).filter((address) => !taken.includes(address));
  const isSomethingLeft = secondaryIps.length > 0 || (answers.how === 'both' && (answers.count ?? 0) > 0);
  return taken.length > 0 && isSomethingLeft ? { ...answers, secondaryIps, allowReassign: false } : undefined;
}

/** What {@link withoutTakeover} leaves, in a sentence. */
export function leftText({ secondaryIps = [] }: AssignAnswers): string {
  return secondaryIps.length > 0
    ? l10n.t('Only {0} will be assigned.', secondaryIps.join(', '))
    : l10n.t('Only what NAVER Cloud chooses will be assigned.');
}

/** Chosen addresses that are another interface's secondary IP. */
function held(network: Network, { networkInterfaceNo = '', secondaryIps = [] }: AssignAnswers): string[] {
  return secondaryIps.filter((address) => {
    const check = checkAddress(network, networkInterfaceNo, address, true);
    return check.ok && check.state === 'takes';
  });
}
