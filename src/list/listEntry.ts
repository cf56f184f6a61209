import type { AssignItem } from '../plan/intent';
import type { Problem } from '../plan/plan';
import type { Span, Word } from '../text/span';

/** What one line, row or object says, before anybody looks whether it can be done. */
export interface RawEntry {
  /** From 1. */
  readonly line: number;
  readonly span: Span;
  readonly name: Word;
  readonly addresses: readonly Word[];
  readonly takeover: boolean;
  /** What makes it a takeover, and where that goes. */
  readonly mark: { readonly at: number; readonly text: string };
}

/** Addresses somebody wants on one interface, and where that is written. */
export interface ListEntry extends Omit<RawEntry, 'addresses'> {
  readonly item: AssignItem;
  /** Each address of the item, in its order: a range is written once for all of its addresses. */
  readonly addresses: readonly Word[];
}

/** What is wrong with a piece of a list. */
export interface ListProblem {
  /** From 1. */
  readonly line: number;
  readonly span: Span;
  readonly problem: Problem;
}
