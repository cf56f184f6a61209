import { l10n } from 'vscode';
import type { Plan } from '../plan/plan';
import { planTitle } from './changeText';
import { secondaryIpCount } from './countText';
import { interfaceName } from './interfaceTitle';
import { planShape } from './planShape';
import { shownName } from './shownName';

/** A plan for a row that may be cut off at its end, in every language the address before the interface: `Assign 10.0.10.11 +1 → web-01`. */
export function planLine(plan: Plan): string {
  const shape = planShape(plan);
  switch (shape.kind) {
    case 'assign':
      return l10n.t('Assign {0} → {1}', briefly(shape.to.gains, shape.to.chosenByService), interfaceName(shape.to));
    case 'unassign':
      return l10n.t('Unassign {0} ← {1}', briefly(shape.from.loses), interfaceName(shape.from));
    case 'move': {
      const [from] = shape.from;
      return shape.from.length === 1 && from
        ? l10n.t('Move {0}: {1} → {2}', briefly(shape.to.gains), interfaceName(from), interfaceName(shape.to))
        : l10n.t('Move {0} → {1}', briefly(shape.to.gains), interfaceName(shape.to));
    }
    case 'mixed':
      return planTitle(plan);
  }
}

/** The first address and how many more; what the service chooses is a number only. */
function briefly([first, ...others]: readonly string[], chosenByService = 0): string {
  if (first === undefined) return secondaryIpCount(chosenByService);
  const more = others.length + chosenByService;
  return more === 0 ? shownName(first) : `${shownName(first)} +${more}`;
}
