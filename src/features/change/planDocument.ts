import { randomUUID } from 'node:crypto';
import { l10n } from 'vscode';
import type { Plan } from '../../plan/plan';
import { codeBlock, codeSpan, codeWord } from '../../text/code';
import { plain } from '../../text/plain';
import { planTitle, roomText, sideText, stepText } from '../../words/changeText';
import { documentPath } from '../../words/documentPath';
import { interfaceName } from '../../words/interfaceTitle';
import type { Namer } from '../../words/namer';
import { warningText } from './warningText';
import { callCount } from '../../words/countText';

/** A plan with the words around it. */
export interface PlanView {
  readonly plan: Plan;
  readonly name: Namer;
  /** The account and region that it changes: two may look alike. */
  readonly where: string;
  /** Who asks for it, where that is not whoever reads it. */
  readonly askedBy?: string;
}

/**
 * Where the document of a plan is found: another place for each review. VS Code remembers what it drew at an address, and a
 * plan of an earlier review must never stand beside this one.
 */
export function newPlanPath(): string {
  return documentPath(['plan', randomUUID()], l10n.t('Plan'));
}

/** A plan as Markdown: where, both sides of every interface, what to know, and each call as it will be sent. */
export function planDocument({ plan, name, where, askedBy }: PlanView): string {
  const lines = [`# ${plain(planTitle(plan))}`, '', plain(`${where} · ${callCount(plan.steps.length)}`), ''];
  if (askedBy !== undefined) lines.push(plain(`${l10n.t('Asked by')}: ${askedBy}`), '');
  for (const change of plan.changes) {
    lines.push(`## ${plain(interfaceName(change))}`, '', plain(`${change.primary} · ${roomText(change)}`), '');
    const difference = [
      ...change.before.map((address) => `${change.after.includes(address) ? ' ' : '-'} ${codeWord(address)}`),
      ...change.gains.map((address) => `+ ${codeWord(address)}`),
      ...(change.chosenByService > 0 ? [`+ ${sideText([], change.chosenByService)}`] : []),
    ];
    lines.push(codeBlock('diff', difference), '');
  }
  if (plan.warnings.length > 0) {
    lines.push(
      `## ${l10n.t('Notes')}`,
      '',
      ...plan.warnings.map((warning) => `- ${plain(warningText(warning, name))}`),
      '',
    );
  }
  lines.push(`## ${l10n.t('Calls')}`, '', ...plan.steps.map((step) => `${step.id}. ${codeSpan(stepText(step))}`), '');
  return lines.join('\n');
}
