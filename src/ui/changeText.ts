import { l10n } from 'vscode';
import { maxSecondaryIps } from '../model/networkInterface';
import type { InterfaceChange, Plan, Step } from '../plan/plan';
import { interfaceCount, secondaryIpCount } from './countText';

/** How people know the interface of a change. */
export function changeTitle({ serverName, networkInterfaceName, networkInterfaceNo }: InterfaceChange): string {
  return `${serverName ?? networkInterfaceName} (${networkInterfaceNo})`;
}

/** `2/5 → 4/5`. */
export function roomText({ before, after, chosenByService }: InterfaceChange): string {
  return `${before.length}/${maxSecondaryIps} → ${after.length + chosenByService}/${maxSecondaryIps}`;
}

/** `+ 10.0.10.11  − 10.0.10.12`, with the service's own choice as a number. */
export function differenceText({ gains, loses, chosenByService }: InterfaceChange): string {
  return [
    ...gains.map((address) => `+ ${address}`),
    ...(chosenByService > 0 ? [l10n.t('+ {0} chosen by NAVER Cloud', chosenByService)] : []),
    ...loses.map((address) => `− ${address}`),
  ].join('  ');
}

/** The addresses of one side as a list, with the service's own choice as a number. */
export function sideText(addresses: readonly string[], chosenByService = 0): string {
  const chosen = chosenByService > 0 ? [l10n.t('{0} chosen by NAVER Cloud', chosenByService)] : [];
  return [...addresses, ...chosen].join(', ') || l10n.t('none');
}

/** One line for one call. */
export function stepText({ action, networkInterfaceNo, secondaryIps, count, allowReassign }: Step): string {
  return [
    action,
    `networkInterfaceNo=${networkInterfaceNo}`,
    ...secondaryIps.map((address, index) => `secondaryIpList.${index + 1}=${address}`),
    ...(count > 0 ? [`secondaryIpCount=${count}`] : []),
    ...(allowReassign ? ['allowReassign=true'] : []),
  ].join(' ');
}

/** A short name for the whole plan: `Assign 10.0.10.11, 10.0.10.12 to web-01 (701236)`. */
export function planTitle({ changes, steps }: Plan): string {
  const gainers = changes.filter(({ gains, chosenByService }) => gains.length + chosenByService > 0);
  const losers = changes.filter(({ loses }) => loses.length > 0);
  const [gainer] = gainers;
  const [loser] = losers;
  const isMove = steps.every(({ takes, secondaryIps, count }) => takes.length === secondaryIps.length && count === 0);
  if (gainers.length === 1 && gainer && losers.length === 0) {
    return l10n.t('Assign {0} to {1}', someText(gainer.gains, gainer.chosenByService), changeTitle(gainer));
  }
  if (losers.length === 1 && loser && gainers.length === 0) {
    return l10n.t('Unassign {0} from {1}', someText(loser.loses), changeTitle(loser));
  }
  if (isMove && gainers.length === 1 && gainer && loser) {
    return losers.length === 1
      ? l10n.t('Move {0} from {1} to {2}', someText(gainer.gains), changeTitle(loser), changeTitle(gainer))
      : l10n.t('Move {0} to {1}', someText(gainer.gains), changeTitle(gainer));
  }
  const added = gainers.reduce((sum, { gains, chosenByService }) => sum + gains.length + chosenByService, 0);
  const removed = losers.reduce((sum, { loses }) => sum + loses.length, 0);
  return l10n.t('Change {0}: {1} added, {2} removed', interfaceCount(changes.length), added, removed);
}

/** Addresses by name while they are few, else their number. */
function someText(addresses: readonly string[], chosenByService = 0): string {
  const all = addresses.length + chosenByService;
  return addresses.length > 3 || addresses.length === 0 ? secondaryIpCount(all) : sideText(addresses, chosenByService);
}
