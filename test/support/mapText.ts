import type { Cells } from '../../src/map/cells';
import { cellLetters } from '../../src/map/mapData';
import type { Scene } from '../../src/map/scene';

/** A map as text: a row of letters each, a dot for what is not seen in use; gaps in brackets. */
export function mapText(cells: Cells, { rows }: Scene): string[] {
  return rows.map(({ kind, first, last, ...row }) => {
    const ends = `${cells.address(first)} – ${cells.address(last)}`;
    if (kind === 'gap')
      return `[${ends} · ${last - first + 1}${'isUnfolded' in row && row.isUnfolded ? ', open' : ''}]`;
    const letters = Array.from({ length: last - first + 1 }, (_, at) => cellLetters[cells.state(first + at)] || '.');
    return `${cells.address(first).padEnd(16)}${letters.join(' ')}`;
  });
}
