import { l10n } from 'vscode';
import type { Plan } from '../plan/plan';
import { changeTitle, planTitle, roomText, sideText, stepText } from './changeText';
import type { Namer } from './namer';
import { warningText } from './warningText';
import { callCount } from './countText';

/** A plan with the words around it. */
export interface PlanView {
  readonly plan: Plan;
  readonly name: Namer;
  /** The account and region that it changes: two may look alike. */
  readonly where: string;
}

/** A plan as Markdown: where, both sides of every interface, what to know, and each call as it will be sent. */
export function planDocument({ plan, name, where }: PlanView): string {
  const lines = [`# ${planTitle(plan)}`, '', `${where} · ${callCount(plan.steps.length)}`, ''];
  for (const change of plan.changes) {
    lines.push(`## ${changeTitle(change)}`, '', `${change.primary} · ${roomText(change)}`, '', '```diff');
    for (const address of change.before) lines.push(`${change.after.includes(address) ? ' ' : '-'} ${address}`);
    for (const address of change.gains) lines.push(`+ ${address}`);
    if (change.chosenByService > 0) lines.push(`+ ${sideText([], change.chosenByService)}`);
    lines.push('```', '');
  }
  if (plan.warnings.length > 0) {
    lines.push(`## ${l10n.t('To know')}`, '', ...plan.warnings.map((warning) => `- ${warningText(warning, name)}`), '');
  }
  lines.push(`## ${l10n.t('Calls')}`, '', ...plan.steps.map((step) => `${step.id}. \`${stepText(step)}\``), '');
  return lines.join('\n');
}
