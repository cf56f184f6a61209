import type { Network } from '../model/network';
import type { Problem } from '../plan/plan';
import { planChange } from '../plan/planChange';
import type { Span } from '../text/span';
import type { ListEntry, ListProblem } from './listEntry';
import { parseAssignments } from './parseAssignments';

/** A list with everything that is known of each line: what can be done, what is done already, what is wrong and where. */
export interface AssignmentSheet {
  /** What can be assigned as it stands, all of it together. */
  readonly good: readonly ListEntry[];
  /** Entries whose addresses are all on their interface already. */
  readonly done: readonly ListEntry[];
  /** Rows that only tell what is there. */
  readonly notes: readonly Span[];
  /** In the order of the text. */
  readonly problems: readonly (ListProblem & { readonly entry?: ListEntry })[];
}

/**
 * Reads a list and plans it on the network as last read. An entry with a problem is left out and the rest is planned again,
 * until what is left can be done together: bad lines never keep good ones back. Of an interface with too little room the last
 * lines are left out.
 */
export function checkAssignments(text: string, network: Network): AssignmentSheet {
  const { entries, notes, problems: unread } = parseAssignments(text, network);
  const problems: (ListProblem & { entry?: ListEntry })[] = [...unread];
  const isDone = ({ item }: ListEntry): boolean => {
    const held = network.interface(item.networkInterfaceNo)?.secondaryIpList ?? [];
    return item.secondaryIps.every((address) => held.includes(address));
  };
  const done = new Set(entries.filter(isDone));
  let left: readonly ListEntry[] = entries;
  for (;;) {
    const result = planChange({ items: left.map(({ item }) => item) }, network);
    if (result.ok) break;
    const bad = new Set<ListEntry>();
    for (const problem of result.problems) {
      for (const entry of entriesOf(problem, left, network)) {
        bad.add(entry);
        // What is there needs no change, so nothing stands in its way.
        if (done.has(entry) && problem.kind === 'settling') continue;
        done.delete(entry);
        problems.push({ line: entry.line, span: spanOf(problem, entry), problem, entry });
      }
    }
    if (bad.size === 0) break;
    left = left.filter((entry) => !bad.has(entry));
  }
  return {
    good: left.filter((entry) => !done.has(entry)),
    done: [...done],
    notes,
    problems: problems.toSorted((a, b) => a.span.start - b.span.start),
  };
}

function entriesOf(problem: Problem, left: readonly ListEntry[], network: Network): readonly ListEntry[] {
  if (problem.kind !== 'tooMany') {
    const entry = problem.item === undefined ? undefined : left[problem.item];
    return entry ? [entry] : [];
  }
  const { networkInterfaceNo, has, wants, limit } = problem;
  const held = network.interface(networkInterfaceNo)?.secondaryIpList ?? [];
  const without: ListEntry[] = [];
  let excess = has + wants - limit;
  for (const entry of left.toReversed()) {
    if (excess <= 0) break;
    if (entry.item.networkInterfaceNo !== networkInterfaceNo) continue;
    const adds = entry.item.secondaryIps.filter((address) => !held.includes(address)).length;
    if (adds === 0) continue;
    without.push(entry);
    excess -= adds;
  }
  return without;
}

/** The address that the problem is about, or the name of the interface. */
function spanOf(problem: Problem, { addresses, name, span }: ListEntry): Span {
  const word = 'address' in problem ? addresses.find(({ text }) => text === problem.address) : undefined;
  const { start, end } = word ?? (name.text === '' ? span : name);
  return { start, end };
}
