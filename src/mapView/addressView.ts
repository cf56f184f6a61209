import type { KeyPress } from '../map/moveFocus';

/** A way to show addresses, to walk over them and to select them: cells, or a table. */
export interface AddressView {
  readonly element: HTMLElement;
  /** Draws what has to be drawn; `isOther`: of another subnet, or in another order. */
  draw(isOther: boolean): void;
  /** Paints some addresses again, as far as they are in sight. */
  paint(offsets: Iterable<number>, isNews?: boolean): void;
  /** Moves the focus by a key; false when it is no key of this view. */
  move(press: Omit<KeyPress, 'page'>): boolean;
  /** `isMeant`: somebody asked for this address, so a run that hides it is unfolded. False where a filter hides it. */
  focus(offset: number, isMeant?: boolean): boolean;
  /** It is shown, in sight or not: no filter and no folded run hides it. */
  shows(offset: number): boolean;
  /** All from one address to another, both included, in the order in which they are shown. */
  range(from: number, to: number): number[];
  /** Folds or unfolds a run of addresses; false where there is none. */
  toggleRun(target?: Element | null): boolean;
}
