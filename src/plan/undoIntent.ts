import type { Network } from '../model/network';
import type { Intent, IntentItem } from './intent';
import type { Plan, Problem } from './plan';
import { addressKey } from './planning';
import { effectsOf, type AppliedChange, type Effects, type Transfer } from './transfersOf';

/** What taking a change back needs of its journal entry. */
export interface UndoableChange extends AppliedChange {
  readonly id: string;
  readonly plan: Pick<Plan, 'changes' | 'undoes' | 'isRedo'>;
  /** Set once all of it was taken back. */
  readonly undoneBy?: string;
  /** `subnetNo address` of what was taken back so far. */
  readonly takenBack?: readonly string[];
}

/** The inverse, or why there is none. */
export type UndoResult =
  { readonly ok: true; readonly intent: Intent } | { readonly ok: false; readonly problems: readonly Problem[] };

/** True of a change that takes another one back. The undo of an undo is a redo, which is a change like any other. */
export function isUndo({ undoes, isRedo }: Pick<Plan, 'undoes' | 'isRedo'>): boolean {
  return undoes !== undefined && !isRedo;
}

/**
 * The inverse of what a change really did and nobody took back yet, provided every address is still where the change left
 * it; one that is back where it came from needs nothing. What is unknown joins in when it is found in place. Whether the
 * inverse fits (room, settling) is for planChange to say.
 */
export function undoIntent(change: UndoableChange, network: Network): UndoResult {
  const { id, plan, undoneBy } = change;
  if (undoneBy !== undefined) return { ok: false, problems: [{ kind: 'alreadyUndone', by: undoneBy }] };
  const { transfers, unknown, isUnclear } = leftToUndo(change, (transfer) => isInPlace(transfer, network));
  const away = transfers.filter((transfer) => holderOf(transfer, network) !== transfer.from);
  const problems = (away.length > 0 ? away : transfers).flatMap((transfer) => movedOn(transfer, network) ?? []);
  if (problems.length > 0) return { ok: false, problems };
  if (away.length === 0) {
    const addresses = unknown.map(({ address }) => address);
    return {
      ok: false,
      problems: [addresses.length > 0 ? { kind: 'stillUnknown', addresses } : { kind: 'nothingToDo' }],
    };
  }
  return {
    ok: true,
    intent: {
      items: mergeItems(away.map(inverse)),
      undoes: id,
      ...((unknown.length > 0 || isUnclear) && { undoesPart: true }),
      ...(isUndo(plan) && { isRedo: true }),
    },
  };
}

/** What a change did and nobody took back yet. */
export function leftToUndo(change: UndoableChange, isFound?: (transfer: Transfer) => boolean): Effects {
  const taken = new Set(change.takenBack);
  const isLeft = ({ subnetNo, address }: Transfer) => !taken.has(addressKey(subnetNo, address));
  const { transfers, unknown, isUnclear } = effectsOf(change, isFound);
  return { transfers: transfers.filter(isLeft), unknown: unknown.filter(isLeft), isUnclear };
}

function holderOf({ subnetNo, address }: Transfer, network: Network): string | undefined {
  return network.holder(subnetNo, address)?.networkInterface.networkInterfaceNo;
}

/** On its target and nowhere else: while it is on both sides it is on its way, and nobody knows which. */
function isInPlace(transfer: Transfer, network: Network): boolean {
  const { address, from, to } = transfer;
  const source = from === undefined ? undefined : network.interface(from);
  if (to === undefined && !source) return false;
  return holderOf(transfer, network) === to && !source?.secondaryIpList.includes(address);
}

function movedOn(transfer: Transfer, network: Network): Problem | undefined {
  const { address, from, to } = transfer;
  const gone = [from, to].find((no) => no !== undefined && !network.interface(no));
  if (gone !== undefined) return { kind: 'unknownInterface', networkInterfaceNo: gone };
  const holder = holderOf(transfer, network);
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
