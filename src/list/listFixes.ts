import type { Network } from '../model/network';
import { writtenAddresses } from '../plan/parseAddressList';
import type { ReservedIn } from '../plan/planning';
import { unseenAddresses } from '../plan/unseenAddresses';
import type { AssignmentSheet } from './checkAssignments';
import type { Span, TextEdit } from '../text/span';
import type { ListEntry } from './listEntry';

/** A way out of a problem, as an edit of the text. Words are made in src/features/listEditor/quickFixes.ts. */
export type ListFix = { readonly edits: readonly TextEdit[] } & (
  | { readonly kind: 'takeOver'; readonly address: string; readonly holder: string }
  | { readonly kind: 'takeOverAll'; readonly count: number }
  | { readonly kind: 'useAddress'; readonly address: string }
  | { readonly kind: 'useInterface'; readonly networkInterfaceNo: string }
);

/** More interfaces of one name than these are looked for in the tree. */
const mostInterfaces = 10;

/** What can be done about one problem of a list, the likeliest first. Empty where only the writer knows. */
export function fixesFor(
  { problem, span, entry }: AssignmentSheet['problems'][number],
  { problems }: Pick<AssignmentSheet, 'problems'>,
  text: string,
  network: Network,
  reservedIn: ReservedIn = () => new Map(),
): ListFix[] {
  if (problem.kind === 'ambiguousInterface') {
    return problem.networkInterfaceNos.slice(0, mostInterfaces).map((networkInterfaceNo) => ({
      kind: 'useInterface',
      networkInterfaceNo,
      edits: [{ start: span.start, end: span.end, text: networkInterfaceNo }],
    }));
  }
  if (!entry || !('address' in problem)) return [];
  const another = anotherAddress(entry, span, text, network, reservedIn);
  if (problem.kind !== 'heldByOther') return another;
  const { address, holder } = problem;
  const held = new Set(problems.flatMap((one) => (one.problem.kind === 'heldByOther' ? (one.entry ?? []) : [])));
  return [
    { kind: 'takeOver', address, holder, edits: [marked(entry)] },
    ...another,
    ...(held.size > 1
      ? [{ kind: 'takeOverAll', count: held.size, edits: [...held].map(marked) } as const satisfies ListFix]
      : []),
  ];
}

function marked({ mark: { at, text } }: ListEntry): TextEdit {
  return { start: at, end: at, text };
}

/** The first address of the subnet that is neither seen in use nor written in the list nor reserved, in the place of one that stands alone. */
function anotherAddress(
  { item }: ListEntry,
  { start, end }: Span,
  text: string,
  network: Network,
  reservedIn: ReservedIn,
): ListFix[] {
  const subnetNo = network.interface(item.networkInterfaceNo)?.subnetNo;
  if (subnetNo === undefined || !item.secondaryIps.includes(text.slice(start, end))) return [];
  const except = new Set([...writtenAddresses(text), ...reservedIn(subnetNo).keys()]);
  const [address] = unseenAddresses(network, subnetNo, except);
  return address === undefined ? [] : [{ kind: 'useAddress', address, edits: [{ start, end, text: address }] }];
}
