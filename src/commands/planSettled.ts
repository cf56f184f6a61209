import { askSettled } from '../flows/askSettled';
import { errorText } from '../ui/errorText';
import { PlanRefused } from '../ui/planRefused';
import type { Answer, Position } from '../ui/prompter';
import type { CommandContext } from './commandContext';
import { planFresh, type FreshPlan } from './planFresh';
import { waitUntilSettled } from './waitUntilSettled';

/**
 * The plan of planFresh. Where only changes under way stand in its way, somebody is asked whether to wait for them, and it
 * is planned then: no answer has to be given twice. Throws what planFresh throws for everything else.
 */
export async function planSettled(
  context: Pick<CommandContext, 'apis' | 'networks' | 'clock' | 'prompter'>,
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
