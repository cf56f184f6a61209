import type { Answer, Position } from './prompter';

/** One question of a wizard: asks, and returns the answers with its own added. `isNeeded` is asked each time it comes up. */
export interface WizardStep<S> {
  isNeeded?(state: S): boolean;
  ask(state: S, position: Position): Promise<Answer<S>>;
}

/**
 * Asks the steps in order. Back returns to the step asked before, with everything answered or typed so far in the state, so
 * that a step can show what it was told. Undefined when the user dismisses any question: nothing has happened then.
 */
export async function runWizard<S>(title: string, steps: readonly WizardStep<S>[], start: S): Promise<S | undefined> {
  const asked: number[] = [];
  let state = start;
  let index = 0;
  const isNeeded = (step: WizardStep<S> | undefined): boolean => step?.isNeeded?.(state) !== false;
  while (index < steps.length) {
    const step = steps[index];
    if (!step || !isNeeded(step)) {
      index++;
      continue;
    }
    const later = steps.slice(index + 1).filter(isNeeded).length;
    const position = {
      title,
      step: asked.length + 1,
      totalSteps: asked.length + 1 + later,
      canGoBack: asked.length > 0,
    };
    const answer = await step.ask(state, position);
    if (answer === undefined) return undefined;
    state = answer.value ?? state;
    if (answer.kind === 'back') {
      // A question that its own answer made needless would only lead forward again.
      do index = asked.pop() ?? index;
      while (asked.length > 0 && !isNeeded(steps[index]));
    } else {
      if (answer.unasked !== true) asked.push(index);
      index++;
    }
  }
  return state;
}
