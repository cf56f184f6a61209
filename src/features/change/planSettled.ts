import { l10n, ThemeIcon } from 'vscode';
import { errorText } from '../../words/errorText';
import { PlanRefused } from '../../words/planRefused';
import { type Answer, type Position, mapAnswer, type Prompter, saying } from '../../ui/prompter';
import type { CommandContext } from '../commandContext';
import { planFresh, type FreshPlan } from './planFresh';
import { waitUntilSettled } from './settling';

/**
 * The plan of planFresh. Where only changes under way stand in its way, somebody is asked whether to wait for them, and it
 * is planned then: no answer has to be given twice. Throws what planFresh throws for everything else.
 */
export async function planSettled(
  context: Pick<CommandContext, 'readers' | 'networks' | 'reservations' | 'clock' | 'prompter'>,
  wanted: Parameters<typeof planFresh>[1],
  position: Position,
): Promise<Answer<FreshPlan>> {
  for (let { reading } = wanted; ;) {
    try {
      return { kind: 'next', value: await planFresh(context, { ...wanted, reading }) };
    } catch (error) {
      const settling = error instanceof PlanRefused ? settlingOf(error) : [];
      if (settling.length === 0) throw error;
      const answer = await askSettled(context.prompter, errorText(error).message, position);
      if (answer?.kind !== 'next') return answer && { kind: 'back' };
      reading = await waitUntilSettled(context, { scope: wanted.scope, reading }, settling);
    }
  }
}

/** The interfaces that are changing, when nothing else is wrong. */
function settlingOf({ problems }: PlanRefused): string[] {
  const settling = problems.flatMap((problem) => (problem.kind === 'settling' ? [problem.networkInterfaceNo] : []));
  return settling.length === problems.length ? [...new Set(settling)] : [];
}

/** Says that something is being changed right now, and offers to wait for it. The answer is the yes; closing is no. */
export async function askSettled(prompter: Prompter, message: string, position: Position): Promise<Answer<true>> {
  const answer = await prompter.pick({
    ...position,
    ...saying<true | undefined>(message, [
      {
        value: true,
        iconPath: new ThemeIcon('watch'),
        label: l10n.t('Wait Until It Settles'),
        detail: l10n.t('Continues automatically'),
      },
      { value: undefined, iconPath: new ThemeIcon('circle-slash'), label: l10n.t('Close') },
    ]),
  });
  if (answer?.kind === 'next' && answer.value === undefined) return undefined;
  return mapAnswer(answer, () => true as const);
}
