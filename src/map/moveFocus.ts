import { rowOf, type Scene } from './scene';

/** Where the keyboard is: in which row of the scene, and at which address of it. In a folded run it keeps its column. */
export interface Place {
  readonly row: number;
  readonly offset: number;
}

/** A key as a browser names it, with Ctrl or Cmd or without. */
export interface KeyPress {
  readonly key: string;
  readonly isWide: boolean;
  /** Rows that are seen at once. */
  readonly page: number;
}

/** Where a key leads to, as in the grid pattern of ARIA; undefined when it is no key of the grid. The edges hold. */
export function moveFocus(scene: Scene, { row, offset }: Place, { key, isWide, page }: KeyPress): Place | undefined {
  const last = scene.rows.length - 1;
  const here = scene.rows[row];
  if (!here) return undefined;
  switch (key) {
    case 'ArrowLeft':
      return offset > here.first && here.kind === 'cells' ? { row, offset: offset - 1 } : endOf(scene, row - 1);
    case 'ArrowRight':
      return offset < here.last && here.kind === 'cells' ? { row, offset: offset + 1 } : startOf(scene, row + 1);
    case 'ArrowUp':
      return inColumn(scene, isWide ? 0 : row - 1, offset);
    case 'ArrowDown':
      return inColumn(scene, isWide ? last : row + 1, offset);
    case 'PageUp':
      return inColumn(scene, row - page, offset);
    case 'PageDown':
      return inColumn(scene, row + page, offset);
    case 'Home':
      return startOf(scene, isWide ? 0 : row);
    case 'End':
      return endOf(scene, isWide ? last : row);
    default:
      return undefined;
  }
}

/** The place of an address; in a folded run, the run. */
export function placeOf(scene: Scene, offset: number): Place {
  return { row: Math.max(0, rowOf(scene, offset)), offset };
}

function startOf({ rows }: Scene, row: number): Place | undefined {
  const there = rows[row];
  return there && { row, offset: there.first };
}

function endOf({ rows, columns }: Scene, row: number): Place | undefined {
  const there = rows[row];
  return there && { row, offset: there.kind === 'cells' ? there.last : there.first + columns - 1 };
}

function inColumn({ rows, columns }: Scene, wanted: number, offset: number): Place | undefined {
  const row = Math.min(Math.max(wanted, 0), rows.length - 1);
  const there = rows[row];
  return there && { row, offset: Math.min(there.first + (offset % columns), there.last) };
}
