import type { InterfaceChange, Plan } from './plan';
import { stepActions } from './stepActions';

/** What a plan is as a whole, for whoever has to name it: who gains, who loses. */
export interface PlanShape {
  /**
   * `move`: everything that is gained is lost by another one, as somebody asked for · `takeOver`: some or all of it is,
   * because it was taken where it was found · `mixed`: something is lost that nobody gains, and something gained.
   */
  readonly kind: 'assign' | 'unassign' | 'move' | 'takeOver' | 'mixed';
  readonly to: readonly InterfaceChange[];
  readonly from: readonly InterfaceChange[];
}

/** Names a plan by what it does to its interfaces, however many. */
export function planShape({ changes, steps, isMove }: Plan): PlanShape {
  const to = changes.filter(({ gains, chosenByService }) => gains.length + chosenByService > 0);
  const from = changes.filter(({ loses }) => loses.length > 0);
  const isGivenUp = steps.some(({ action }) => !stepActions[action].gives);
  const kind =
    from.length === 0 ? 'assign' : to.length === 0 ? 'unassign' : isGivenUp ? 'mixed' : isMove ? 'move' : 'takeOver';
  return { kind, to, from };
}
