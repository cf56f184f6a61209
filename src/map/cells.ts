import { addressToNumber, numberToAddress } from '../model/address';
import { cellStates, type CellKind, type CellState, type MapData, type MapHolder } from './mapData';

/** Every address of a map by its offset. */
export interface Cells {
  readonly size: number;
  address(offset: number): string;
  state(offset: number): CellState;
  holder(offset: number): MapHolder | undefined;
  /** What a file keeps it for. */
  keptFor(offset: number): string | undefined;
  /** Holds it as its primary IP: also while it is changing. */
  isPrimary(offset: number): boolean;
  /** How many addresses are in each state. */
  readonly counts: Readonly<Record<CellState, number>>;
}

const codes = Object.fromEntries(cellStates.map((state, code) => [state, code])) as Record<CellState, number>;

/** Reads a map once; an address that shows up twice in the middle of a move belongs to the primary one. */
export function createCells({ first, size, reserved, holders, declared = [] }: MapData): Cells {
  const start = addressToNumber(first);
  const states = new Uint8Array(size).fill(codes.unseen);
  const held: (MapHolder | undefined)[] = [];
  for (const offset of reserved) states[offset] = codes.reserved;
  const kept = new Map(declared.map(({ offset, what }) => [offset, what]));
  for (const offset of kept.keys()) if (states[offset] === codes.unseen) states[offset] = codes.declared;
  const put = (holder: MapHolder, offset: number, code: number): void => {
    held[offset] = holder;
    states[offset] = holder.isChanging ? codes.changing : code;
  };
  for (const holder of holders) for (const offset of holder.secondaries) put(holder, offset, codes.secondary);
  for (const holder of holders) if (holder.primary !== undefined) put(holder, holder.primary, codes.primary);

  const state = (offset: number): CellState => cellStates[states[offset] ?? 0] ?? 'unseen';
  // Sorted, which the engine does itself, each state is in one piece: a walk over all would take three times as long.
  const sorted = states.toSorted();
  const countOf = (code: number): number => {
    const begin = sorted.indexOf(code);
    return begin < 0 ? 0 : sorted.lastIndexOf(code) - begin + 1;
  };
  const counts = Object.fromEntries(cellStates.map((one) => [one, countOf(codes[one])])) as Cells['counts'];
  return {
    size,
    address: (offset) => numberToAddress(start + offset),
    state,
    holder: (offset) => held[offset],
    keptFor: (offset) => kept.get(offset),
    isPrimary: (offset) => held[offset]?.primary === offset,
    counts,
  };
}

/** What an address is, as the legend tells it: its state, or that it is a secondary IP of the chosen interface. */
export function kindOf(cells: Cells, offset: number, chosen: MapHolder | undefined): CellKind {
  const state = cells.state(offset);
  return state === 'secondary' && chosen && cells.holder(offset) === chosen ? 'chosen' : state;
}

/** Whether an address is of a kind that is looked for; those of the chosen interface are secondary IPs as well. */
export function isOfKind(cells: Cells, offset: number, kind: CellKind, chosen: MapHolder | undefined): boolean {
  return cells.state(offset) === kind || kindOf(cells, offset, chosen) === kind;
}

/** The offsets that look another than before: what has to be painted again. */
export function changedOffsets(before: Cells, after: Cells): number[] {
  const changed: number[] = [];
  for (let offset = 0; offset < after.size; offset++) {
    const isSame = before.state(offset) === after.state(offset) && before.holder(offset) === after.holder(offset);
    if (!isSame) changed.push(offset);
  }
  return changed;
}
