import { l10n } from 'vscode';
import type { Plan } from '../../plan/plan';
import { codeBlock, codeSpan, codeWord } from '../../text/code';
import { plain } from '../../text/plain';
import { planTitle, roomText, sideText, stepText } from '../changeText';
import { interfaceName } from '../interfaceTitle';
import type { Namer } from '../namer';
import { momentText } from '../timeText';
import { warningText } from './warningText';
import { callCount } from '../countText';

/** What the plan of a file was made of. */
export interface PlanSource {
  /** As {@link fileText} names it. */
  readonly file: string;
  /** When the network was read (epoch ms). */
  readonly readAt: number;
  /** Why it is outdated, in a sentence. */
  readonly outdated?: string | undefined;
}

/** A plan with the words around it. */
export interface PlanView {
  readonly plan: Plan;
  readonly name: Namer;
  /** The account and region that it changes: two may look alike. */
  readonly where: string;
  /** Of a plan that a file or an assistant asks for; see src/plan/planDigest.ts. */
  readonly digest?: string | undefined;
  /** Of a plan that a file asks for. */
  readonly source?: PlanSource;
  /** It stands in for a plan that somebody said yes to: the network changed after that. */
  readonly isNew?: boolean;
  /** Who asks for it, where that is not whoever reads it. */
  readonly askedBy?: string;
}

/**
 * A plan as Markdown: where, both sides of every interface, what to know, and each call as it will be sent. `language` is that of
 * what comes and goes: GitHub colors `diff`, but VS Code draws what comes in a green that light themes leave unreadable.
 */
export function planDocument(
  { plan, name, where, digest, source, askedBy }: PlanView,
  language: 'diff' | '' = '',
): string {
  const lines = [`# ${plain(planTitle(plan))}`, ''];
  if (source?.outdated !== undefined) lines.push(`> **${plain(source.outdated)}**`, '');
  lines.push(plain(`${where} · ${callCount(plan.steps.length)}`), '');
  if (source) lines.push(plain(`${source.file} · ${l10n.t('as of {0}', momentText(source.readAt))}`), '');
  if (askedBy !== undefined) lines.push(plain(`${l10n.t('Asked by')}: ${askedBy}`), '');
  for (const change of plan.changes) {
    lines.push(`## ${plain(interfaceName(change))}`, '', plain(`${change.primary} · ${roomText(change)}`), '');
    const difference = [
      ...change.before.map((address) => `${change.after.includes(address) ? ' ' : '-'} ${codeWord(address)}`),
      ...change.gains.map((address) => `+ ${codeWord(address)}`),
      ...(change.chosenByService > 0 ? [`+ ${sideText([], change.chosenByService)}`] : []),
    ];
    lines.push(codeBlock(language, difference), '');
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
  if (digest !== undefined) lines.push(`## ${l10n.t('Plan digest')}`, '', codeSpan(digest), '');
  return lines.join('\n');
}
