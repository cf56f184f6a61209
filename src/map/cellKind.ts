import type { Cells } from './cells';
import type { CellKind, MapHolder } from './mapData';

/** What an address is, as the legend tells it: its state, or that it is a secondary IP of the chosen interface. */
export function kindOf(cells: Cells, offset: number, chosen: MapHolder | undefined): CellKind {
  const state = cells.state(offset);
  return state === 'secondary' && chosen && cells.holder(offset) === chosen ? 'chosen' : state;
}

/** Whether an address is of a kind that is looked for; those of the chosen interface are secondary IPs as well. */
export function isOfKind(cells: Cells, offset: number, kind: CellKind, chosen: MapHolder | undefined): boolean {
  return cells.state(offset) === kind || kindOf(cells, offset, chosen) === kind;
}
