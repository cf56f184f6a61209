import { l10n } from 'vscode';
import { maxSecondaryIps } from '../model/networkInterface';
import type { InterfaceChange, Plan, Step } from '../plan/plan';
import { interfaceCount, secondaryIpCount } from './countText';
import { interfaceName } from './interfaceTitle';
import { planShape } from './planShape';
import { shownName } from './shownName';

/** `2/5 → 4/5`. */
export function roomText({ before, after, chosenByService }: InterfaceChange): string {
  return `${before.length}/${maxSecondaryIps} → ${after.length + chosenByService}/${maxSecondaryIps}`;
}

/** `+ 10.0.10.11  − 10.0.10.12`, with the service's own choice as a number. */
export function differenceText({ gains, loses, chosenByService }: InterfaceChange): string {
  return [
    ...gains.map((address) => `+ ${shownName(address)}`),
    ...(chosenByService > 0 ? [l10n.t('+ {0} chosen by NAVER Cloud', chosenByService)] : []),
    ...loses.map((address) => `− ${shownName(address)}`),
  ].join('  ');
}

/** The addresses of one side as a list, with the service's own choice as a number. */
export function sideText(addresses: readonly string[], chosenByService = 0): string {
  const chosen = chosenByService > 0 ? [l10n.t('{0} chosen by NAVER Cloud', chosenByService)] : [];
  return [...addresses.map((address) => shownName(address)), ...chosen].join(', ') || l10n.t('none');
}

/** One line for one call. */
export function stepText({ action, networkInterfaceNo, secondaryIps, count, allowReassign }: Step): string {
  return [
    action,
    `networkInterfaceNo=${shownName(networkInterfaceNo)}`,
    ...secondaryIps.map((address, index) => `secondaryIpList.${index + 1}=${shownName(address)}`),
    ...(count > 0 ? [`secondaryIpCount=${count}`] : []),
    ...(allowReassign ? ['allowReassign=true'] : []),
  ].join(' ');
}

/** A short name for the whole plan: `Assign 10.0.10.11, 10.0.10.12 to web-01 (701236)`. */
export function planTitle(plan: Plan): string {
  const shape = planShape(plan);
  switch (shape.kind) {
    case 'assign':
      return l10n.t('Assign {0} to {1}', someText(shape.to.gains, shape.to.chosenByService), interfaceName(shape.to));
    case 'unassign':
      return l10n.t('Unassign {0} from {1}', someText(shape.from.loses), interfaceName(shape.from));
    case 'move': {
      const [from] = shape.from;
      return shape.from.length === 1 && from
        ? l10n.t('Move {0} from {1} to {2}', someText(shape.to.gains), interfaceName(from), interfaceName(shape.to))
        : l10n.t('Move {0} to {1}', someText(shape.to.gains), interfaceName(shape.to));
    }
    case 'mixed':
      return l10n.t(
        'Change {0}: {1} added, {2} removed',
        interfaceCount(plan.changes.length),
        shape.added,
        shape.removed,
      );
  }
}

/** Addresses by name while they are few, else their number. */
function someText(addresses: readonly string[], chosenByService = 0): string {
  const all = addresses.length + chosenByService;
  return addresses.length > 3 || addresses.length === 0 ? secondaryIpCount(all) : sideText(addresses, chosenByService);
}
