/** The addresses that are selected, by offset, and the one that a range begins at. */
export interface Selection {
  readonly offsets: ReadonlySet<number>;
  readonly anchor: number | undefined;
}

/** Nothing is selected. */
export const noSelection: Selection = { offsets: new Set(), anchor: undefined };

/** One address alone. */
export function selectOne(offset: number): Selection {
  return { offsets: new Set([offset]), anchor: offset };
}

/** One more, or one less. */
export function toggle({ offsets }: Selection, offset: number): Selection {
  const next = new Set(offsets);
  if (!next.delete(offset)) next.add(offset);
  return { offsets: next, anchor: offset };
}

/** All of a range that began at the anchor; with `base`, beside what was selected before. */
export function selectRange(anchor: number, range: Iterable<number>, base: ReadonlySet<number> = new Set()): Selection {
  return { offsets: new Set([...base, ...range]), anchor };
}

/** What is left of a selection; the same one where nothing goes. */
export function only(selection: Selection, isLeft: (offset: number) => boolean): Selection {
  const offsets = new Set([...selection.offsets].filter(isLeft));
  return offsets.size < selection.offsets.size ? { offsets, anchor: selection.anchor } : selection;
}
