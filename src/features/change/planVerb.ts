import { l10n } from 'vscode';
import { isUndo } from '../../plan/undoIntent';
import type { Plan } from '../../plan/plan';
import { planShape } from '../../plan/planShape';

/** What saying yes to a plan does, as the word on its button. */
export function planVerb(plan: Plan): string {
  if (plan.undoes !== undefined) return isUndo(plan) ? l10n.t('Undo') : l10n.t('Redo');
  return {
    assign: l10n.t('Assign'),
    unassign: l10n.t('Unassign'),
    move: l10n.t('Move'),
    takeOver: l10n.t('Take Over'),
    mixed: l10n.t('Apply'),
  }[planShape(plan).kind];
}
