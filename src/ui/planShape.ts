import type { InterfaceChange, Plan } from '../plan/plan';

/** What a plan is as a whole, for whoever has to name it. */
export type PlanShape =
  | { readonly kind: 'assign'; readonly to: InterfaceChange }
  | { readonly kind: 'unassign'; readonly from: InterfaceChange }
  | { readonly kind: 'move'; readonly from: readonly InterfaceChange[]; readonly to: InterfaceChange }
  | { readonly kind: 'mixed'; readonly added: number; readonly removed: number };

/** Assign, unassign and move change one interface, apart from those that lose to it; all else is mixed. */
export function planShape({ changes, steps }: Plan): PlanShape {
  const gainers = changes.filter(({ gains, chosenByService }) => gains.length + chosenByService > 0);
  const losers = changes.filter(({ loses }) => loses.length > 0);
  const [gainer] = gainers;
  const [loser] = losers;
  const isMove = steps.every(({ takes, secondaryIps, count }) => takes.length === secondaryIps.length && count === 0);
  if (gainers.length === 1 && gainer && losers.length === 0) return { kind: 'assign', to: gainer };
  if (losers.length === 1 && loser && gainers.length === 0) return { kind: 'unassign', from: loser };
  if (isMove && gainers.length === 1 && gainer) return { kind: 'move', from: losers, to: gainer };
  return {
    kind: 'mixed',
    added: gainers.reduce((sum, { gains, chosenByService }) => sum + gains.length + chosenByService, 0),
    removed: losers.reduce((sum, { loses }) => sum + loses.length, 0),
  };
}
