import { l10n } from 'vscode';
import { sortAddresses } from '../model/address';
import type { Plan } from '../plan/plan';
import { bareTitle, interfacesText } from './changeText';
import { secondaryIpCount } from './countText';
import { planShape } from '../plan/planShape';
import { shownName } from './shownName';

/** A plan for a row that may be cut off at its end, in every language the address before the interface: `Assign 10.0.10.11 +1 → web-01/eth0`. */
export function planLine(plan: Plan): string {
  const { kind, to, from } = planShape(plan);
  const lost = briefly(from.flatMap(({ loses }) => loses));
  const gained = briefly(
    to.flatMap(({ gains }) => gains),
    to.reduce((sum, { chosenByService }) => sum + chosenByService, 0),
  );
  switch (kind) {
    case 'assign':
      return l10n.t('Assign {0} → {1}', gained, interfacesText(to));
    case 'unassign':
      return l10n.t('Unassign {0} ← {1}', lost, interfacesText(from));
    case 'move':
      return l10n.t('Move {0}: {1} → {2}', gained, interfacesText(from), interfacesText(to));
    case 'takeOver':
      // Beside what is taken over there may be new addresses: the row has room for what is gained only.
      return gained === lost
        ? l10n.t('Take over {0}: {1} → {2}', gained, interfacesText(from), interfacesText(to))
        : l10n.t('Assign {0} → {1}', gained, interfacesText(to));
    case 'mixed':
      return bareTitle(plan);
  }
}

/** The first address and how many more; what the service chooses is a number only. */
function briefly(addresses: readonly string[], chosenByService = 0): string {
  const [first, ...others] = sortAddresses(addresses);
  if (first === undefined) return secondaryIpCount(chosenByService);
  const more = others.length + chosenByService;
  return more === 0 ? shownName(first) : `${shownName(first)} +${more}`;
}
