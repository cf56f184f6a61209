import type { Network } from '../model/network';
import type { Intent, IntentItem } from '../plan/intent';
import type { Plan } from '../plan/plan';
import { planChange } from '../plan/planChange';
import { addressKey } from '../plan/planning';
import type { Span } from '../text/span';
import { type Declaration, type DeclaredProblem, isBlocking } from './declaration';
import { collectWants, keeperOf, type Want, type Wants } from './collectWants';
import { collectReleases, type Release } from './collectReleases';

/** What a file wants of a region, beside what is there. */
export interface CheckedDeclaration extends Wants {
  readonly declaration: Declaration;
  readonly problems: readonly DeclaredProblem[];
  /** So many addresses would be released or taken over. */
  readonly removals: number;
  /** What is held now and is released. */
  readonly releases: readonly Release[];
  /** An address that the file keeps for somebody. */
  readonly isReserved: (address: string) => boolean;
  /** What makes the region as the file says; empty when it is. */
  readonly intent: Intent;
  /** Of the intent; absent when there is nothing to do, or a problem to mend first. */
  readonly plan?: Plan;
}

/**
 * Compares what a file says with the network as last read. Only what is declared is ever touched: an address that the file
 * does not name is left where it is, but on an interface with `authoritative: true`. Time by the file and the subnets it names.
 * `others`: so many addresses the same apply has taken away already, or takes away in other regions; they count as well.
 */
export function checkDeclaration(declaration: Declaration, network: Network, others = 0): CheckedDeclaration {
  const problems: DeclaredProblem[] = [];
  const wants = collectWants(declaration, network, problems);
  const releases = collectReleases(declaration, wants, network, problems);
  const { items, places } = intentOf(wants.wants, releases);
  const removals = places.filter(({ takesAway }) => takesAway > 0);
  const own = removals.reduce((sum, { takesAway }) => sum + takesAway, 0);
  const [count, limit] = [own + others, declaration.maxRemovals];
  const [firstRemoval] = removals;
  if (firstRemoval && count > limit) {
    const { start, end } = firstRemoval;
    problems.push({ kind: 'tooManyRemovals', count, limit, ...(others > 0 && { others }), start, end });
  }
  const result = items.length > 0 ? planChange({ items }, network) : undefined;
  if (result && !result.ok) {
    for (const problem of result.problems) {
      const { start, end } = places[problem.item ?? 0] ?? declaration;
      problems.push({ kind: 'plan', problem, start, end });
    }
  }
  const isReady = result?.ok === true && !problems.some(isBlocking);
  const isReserved = (address: string): boolean => keeperOf(declaration, address) !== undefined;
  return {
    declaration,
    ...wants,
    problems,
    removals: own,
    releases,
    isReserved,
    intent: { items },
    ...(isReady && { plan: result.plan }),
  };
}

/** Where an item of the intent is written, and how many addresses it takes from somebody. */
interface Place extends Span {
  readonly takesAway: number;
}

/** One item for what each interface gives up, gets, and gets from each other one: as few calls as can be. */
function intentOf(
  wants: readonly Want[],
  releases: readonly Release[],
): { readonly items: IntentItem[]; readonly places: Place[] } {
  const items: IntentItem[] = [];
  const places: Place[] = [];
  const add = (span: Span, takesAway: number, item: IntentItem): void => {
    items.push(item);
    places.push({ start: span.start, end: span.end, takesAway });
  };
  for (const [networkInterfaceNo, group] of Map.groupBy(releases, (one) => one.networkInterfaceNo)) {
    const secondaryIps = group.map(({ address }) => address);
    const [first] = group as [Release];
    add(first, secondaryIps.length, { kind: 'unassign', networkInterfaceNo, secondaryIps });
  }
  const open = wants.filter(({ state }) => state !== 'inPlace');
  for (const group of Map.groupBy(open, (one) => addressKey(one.networkInterfaceNo, one.from ?? '')).values()) {
    const [{ networkInterfaceNo, from, word }] = group as [Want];
    const secondaryIps = group.map((one) => one.word.text);
    if (from === undefined) add(word, 0, { kind: 'assign', networkInterfaceNo, secondaryIps });
    else add(word, secondaryIps.length, { kind: 'move', networkInterfaceNo, secondaryIps, from });
  }
  return { items, places };
}
