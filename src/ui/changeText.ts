import { l10n } from 'vscode';
import { maxSecondaryIps } from '../model/networkInterface';
import type { InterfaceChange, Plan, Step } from '../plan/plan';

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

/** A short name for the whole plan: `Assign 2 to web-01 (701236)`. */
export function planTitle({ changes, steps }: Plan): string {
  const gains = changes.reduce((sum, change) => sum + change.gains.length + change.chosenByService, 0);
  const loses = changes.reduce((sum, change) => sum + change.loses.length, 0);
  const [only] = changes;
  if (changes.length === 1 && only) {
    return gains > 0
      ? l10n.t('Assign {0} to {1}', gains, changeTitle(only))
      : l10n.t('Unassign {0} from {1}', loses, changeTitle(only));
  }
  const isMove = steps.every(({ takes, secondaryIps, count }) => takes.length === secondaryIps.length && count === 0);
  if (gains > 0 && isMove) return l10n.t('Move {0} between {1} interfaces', gains, changes.length);
  return l10n.t('Change {0} interfaces: {1} added, {2} removed', changes.length, gains, loses);
}
