import { l10n } from 'vscode';
import type { Plan } from '../../plan/plan';
import { isRisky } from '../../plan/policy';
import { roomText, sideText, stepText } from '../../words/changeText';
import { callCount } from '../../words/countText';
import { interfaceName } from '../../words/interfaceTitle';
import type { Namer } from '../../words/namer';
import { shownName } from '../../words/shownName';
import { warningText } from '../../words/change/warningText';

/**
 * A plan for a terminal: both sides of every interface, what to know, and each call as it will be sent. `where`: what stands over it,
 * with the account unless that was said before.
 */
export function planText(plan: Plan, name: Namer, where = shownName(plan.regionCode)): string {
  const lines = [`${where} · ${callCount(plan.steps.length)}`, ''];
  for (const change of plan.changes) {
    lines.push(`  ${interfaceName(change)}  ${shownName(change.primary)} · ${roomText(change)}`);
    for (const address of change.before) {
      lines.push(`    ${change.after.includes(address) ? ' ' : '-'} ${shownName(address)}`);
    }
    for (const address of change.gains) lines.push(`    + ${shownName(address)}`);
    if (change.chosenByService > 0) lines.push(`    + ${sideText([], change.chosenByService)}`);
    lines.push('');
  }
  if (plan.warnings.length > 0) {
    lines.push(`  ${l10n.t('Notes')}`);
    for (const warning of plan.warnings)
      lines.push(`    ${isRisky(warning) ? '!' : '·'} ${warningText(warning, name)}`);
    lines.push('');
  }
  lines.push(`  ${l10n.t('Calls')}`, ...plan.steps.map((step) => `    ${step.id}. ${stepText(step)}`), '');
  return lines.join('\n');
}
