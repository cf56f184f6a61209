import { l10n } from 'vscode';
import { sortAddresses } from '../model/address';
import { maxSecondaryIps } from '../model/networkInterface';
import type { InterfaceChange, Plan, Step } from '../plan/plan';
import { isUndo } from '../plan/undoIntent';
import { interfaceCount, secondaryIpCount } from './countText';
import { interfaceName } from './interfaceTitle';
import { planShape } from '../plan/planShape';
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

/** A plan in a sentence that names its addresses, and says so when it takes another one back: `Undo: Unassign 10.0.10.11 from web-01/eth0`. */
export function planTitle(plan: Plan): string {
  const title = bareTitle(plan);
  if (plan.undoes === undefined) return title;
  return isUndo(plan) ? l10n.t('Undo: {0}', title) : l10n.t('Redo: {0}', title);
}

/** The {@link planTitle} without what it takes back. */
export function bareTitle(plan: Plan): string {
  const { kind, to, from } = planShape(plan);
  const gained = addressesText(
    to.flatMap(({ gains }) => gains),
    to.reduce((sum, one) => sum + one.chosenByService, 0),
  );
  const taken = from.flatMap(({ loses }) => loses);
  const lost = addressesText(taken);
  switch (kind) {
    case 'assign':
      return l10n.t('Assign {0} to {1}', gained, interfacesText(to));
    case 'unassign':
      return l10n.t('Unassign {0} from {1}', lost, interfacesText(from));
    case 'move':
      return l10n.t('Move {0} from {1} to {2}', gained, interfacesText(from), interfacesText(to));
    case 'takeOver':
      return gained === lost
        ? l10n.t('Take over {0} from {1} for {2}', gained, interfacesText(from), interfacesText(to))
        : l10n.t('Assign {0} to {1}, taking over {2}', gained, interfacesText(to), lost);
    case 'mixed': {
      // What another one gains is told of there.
      const given = new Set(to.flatMap(({ gains }) => gains));
      const released = taken.filter((address) => !given.has(address));
      const gone = released.length > 0 ? addressesText(released) : lost;
      return l10n.t('Change {0}: assign {1}; unassign {2}', interfacesText(plan.changes), gained, gone);
    }
  }
}

/** The one interface by name, several as a number. */
export function interfacesText(changes: readonly InterfaceChange[]): string {
  const [only] = changes;
  return changes.length === 1 && only ? interfaceName(only) : interfaceCount(changes.length);
}

/** Addresses by name while they are few, else the first ones; those that the service chooses are a number. */
function addressesText(unsorted: readonly string[], chosenByService = 0): string {
  const addresses = sortAddresses(unsorted);
  if (addresses.length === 0) return secondaryIpCount(chosenByService);
  const all = addresses.length + chosenByService;
  return all <= 3
    ? sideText(addresses, chosenByService)
    : l10n.t('{0} and {1} more', sideText(addresses.slice(0, 2)), all - 2);
}
