import { maxSecondaryIps } from '../model/networkInterface';
import type { Cells } from './cells';

/** What can be done with a selection, and with how much of it: each change takes the addresses that it can be about. */
export interface Actable {
  /** Held by nobody who is seen: to be assigned. None when one interface could not take them all. */
  readonly assign: readonly number[];
  /** Secondary IPs: to be moved, or unassigned. */
  readonly move: readonly number[];
  /** Held by an interface: they have more to copy than the address. */
  readonly copyAs: readonly number[];
}

/** Sorts a selection by what can be done with it. */
export function actableOf(cells: Cells, selected: Iterable<number>): Actable {
  const offsets = [...selected].filter((offset) => offset < cells.size).sort((a, b) => a - b);
  const unheld = offsets.filter((offset) => isUnheld(cells, offset));
  const held = offsets.filter((offset) => cells.holder(offset));
  return {
    assign: unheld.length <= maxSecondaryIps ? unheld : [],
    move: held.filter((offset) => !cells.isPrimary(offset)),
    copyAs: held,
  };
}

/** It may be assigned: nobody is seen to hold it. One that a file reserves is asked for once more before it is. */
export function isUnheld(cells: Cells, offset: number): boolean {
  return ['unseen', 'declared'].includes(cells.state(offset));
}
