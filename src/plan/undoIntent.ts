import type { Network } from '../model/network';
import type { Intent, IntentItem } from './intent';
import type { Problem } from './plan';
import { transfersOf, type AppliedChange, type Transfer } from './transfersOf';

/** What taking a change back needs of its journal entry. */
export interface UndoableChange extends AppliedChange {
  readonly id: string;
  /** Set once it was taken back. */
  readonly undoneBy?: string;
}

/** The inverse, or why there is none. */
export type UndoResult =
  { readonly ok: true; readonly intent: Intent } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The inverse of what a change really did, provided every address is still where the change left it. Redo is this on
 * the entry of the undo. Whether the inverse fits (room, settling) is for planChange to say.
 */
export function undoIntent(change: UndoableChange, network: Network): UndoResult {
  if (change.undoneBy !== undefined) return { ok: false, problems: [{ kind: 'alreadyUndone', by: change.undoneBy }] };
  const transfers = transfersOf(change);
  const problems = transfers.flatMap((transfer) => movedOn(transfer, network) ?? []);
  if (problems.length > 0) return { ok: false, problems };
  if (transfers.length === 0) return { ok: false, problems: [{ kind: 'nothingToDo' }] };
  return { ok: true, intent: { items: mergeItems(transfers.map(inverse)), undoes: change.id } };
}

function movedOn({ address, subnetNo, from, to }: Transfer, network: Network): Problem | undefined {
  const gone = [from, to].find((no) => no !== undefined && !network.interface(no));
  if (gone !== undefined) return { kind: 'unknownInterface', networkInterfaceNo: gone };
  const holder = network.holder(subnetNo, address)?.networkInterface.networkInterfaceNo;
  return holder === to ? undefined : { kind: 'movedOn', address, expected: to, holder };
}

function inverse({ address, from, to }: Transfer): IntentItem {
  const secondaryIps = [address];
  if (to === undefined) return { kind: 'assign', networkInterfaceNo: from ?? '', secondaryIps };
  if (from === undefined) return { kind: 'unassign', networkInterfaceNo: to, secondaryIps };
  return { kind: 'move', networkInterfaceNo: from, secondaryIps, from: to };
}

/** Items that differ in their addresses only become one, so that a review reads like what somebody would have asked for. */
function mergeItems(items: readonly IntentItem[]): IntentItem[] {
  const keyOf = (item: IntentItem) =>
    `${item.kind} ${item.networkInterfaceNo} ${item.kind === 'move' ? (item.from ?? '') : ''}`;
  return [...Map.groupBy(items, keyOf).values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, secondaryIps: group.flatMap((item) => item.secondaryIps) }] : [];
  });
}
