import type { Cells } from './cells';

/** How many addresses a row may have; the narrowest is always there. */
export const rowWidths = [16, 32, 64] as const;
/** One of the widths above. */
export type RowWidth = (typeof rowWidths)[number];

/** How a map is looked at. */
export interface MapView {
  readonly columns: RowWidth;
  /** Tells what is looked for; the others step back. */
  readonly filter?: ((offset: number) => boolean) | undefined;
  /** Offsets in runs that were unfolded. A run may grow and shrink: any offset in it names it. */
  readonly unfolded: ReadonlySet<number>;
}

/** A row of addresses, or a run of rows with nothing to see; an unfolded run is followed by its rows. */
export type SceneRow =
  | { readonly kind: 'cells'; readonly first: number; readonly last: number }
  | { readonly kind: 'gap'; readonly first: number; readonly last: number; readonly isUnfolded: boolean };

/** A map as it is drawn. */
export interface Scene {
  readonly columns: RowWidth;
  readonly rows: readonly SceneRow[];
}

/** Shorter runs stay as they are: a /24 is always whole. */
const leastFolded = 256;

/** Puts addresses into rows and folds long runs in which nothing is: nothing in use, or nothing that is looked for. */
export function layOut(cells: Cells, { columns, filter, unfolded }: MapView): Scene {
  const isOfNote = filter ?? ((offset: number): boolean => cells.state(offset) !== 'unseen');
  const lines: SceneRow[] = [];
  let run: SceneRow[] = [];
  const endRun = (): void => {
    lines.push(...folded(run, unfolded));
    run = [];
  };
  for (let first = 0; first < cells.size; first += columns) {
    const last = Math.min(first + columns, cells.size) - 1;
    const row: SceneRow = { kind: 'cells', first, last };
    let isEmpty = true;
    for (let offset = first; offset <= last && isEmpty; offset++) isEmpty = !isOfNote(offset);
    if (isEmpty) run.push(row);
    else {
      endRun();
      lines.push(row);
    }
  }
  endRun();
  return { columns, rows: lines };
}

function folded(run: readonly SceneRow[], unfolded: ReadonlySet<number>): readonly SceneRow[] {
  const first = run[0]?.first ?? 0;
  const last = run.at(-1)?.last ?? -1;
  if (last - first + 1 < leastFolded) return run;
  const isUnfolded = [...unfolded].some((offset) => offset >= first && offset <= last);
  return [{ kind: 'gap', first, last, isUnfolded }, ...(isUnfolded ? run : [])];
}

/** Where an offset is: its row, or the folded run that hides it. */
export function rowOf({ rows }: Scene, offset: number): number {
  const isIn = ({ first, last }: SceneRow): boolean => offset >= first && offset <= last;
  const at = rows.findIndex((row) => row.kind === 'cells' && isIn(row));
  return at >= 0 ? at : rows.findIndex(isIn);
}
