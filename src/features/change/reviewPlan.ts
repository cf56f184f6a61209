import { askReview } from './askReview';
import type { Scope } from '../../session/scope';
import type { PlanView } from '../../words/change/planDocument';
import type { Answer, Position } from '../../ui/prompter';
import type { CommandContext } from '../commandContext';
import { copyCalls } from './copyCalls';

/** The review of a plan in this region; see askReview. */
export function reviewPlan(
  context: Pick<CommandContext, 'prompter' | 'documents' | 'sandbox'>,
  { profile }: Scope,
  view: PlanView,
  position: Position,
  leaveOut?: string,
): Promise<Answer<'apply' | 'leaveOut'>> {
  const { prompter, documents } = context;
  const deps = {
    prompter,
    documents,
    copy: (plan: PlanView['plan'], form: Parameters<typeof copyCalls>[3]) =>
      copyCalls(context, () => profile, plan, form),
  };
  return askReview(deps, view, position, leaveOut);
}
