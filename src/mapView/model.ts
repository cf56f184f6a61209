import { changedOffsets, createCells, type Cells } from '../map/cells';
import type { CellState, MapData, MapHolder, MapPatch } from '../map/mapData';
import type { MapTexts } from '../map/messages';
import { patched } from '../map/patchMap';
import { noSelection, type Selection } from '../map/selection';
import { filled } from './element';

/** What is shown and how it is looked at. The grid and the table are two views of it. */
export class Model {
  data: MapData | undefined;
  cells: Cells | undefined;
  selection: Selection = noSelection;
  /** Where the keyboard is. */
  focus = 0;
  filter: CellState | undefined;
  readonly unfolded = new Set<number>();
  canChange = false;

  constructor(
    readonly texts: MapTexts,
    private readonly language: string,
  ) {}

  /** Takes a whole map. Gives whether it is another subnet than before. */
  take(data: MapData): void {
    this.data = data;
    this.cells = createCells(data);
    if (this.focus >= data.size) this.focus = 0;
  }

  /** Takes what has changed; gives the addresses to paint again. */
  patch(patch: MapPatch): number[] {
    if (!this.data || !this.cells) return [];
    const before = this.cells;
    this.take(patched(this.data, patch));
    return changedOffsets(before, this.cells);
  }

  /** The interface whose addresses are brought out: the one that the keyboard is at. */
  get chosen(): MapHolder | undefined {
    return this.cells?.holder(this.focus);
  }

  number(value: number): string {
    return value.toLocaleString(this.language);
  }

  /** All there is to say of an address, part by part. */
  facts(offset: number): string[] {
    const { cells, texts } = this;
    if (!cells) return [];
    const state = cells.state(offset);
    const holder = cells.holder(offset);
    if (!holder) return [texts.states[state], ...(state === 'unseen' ? [texts.whyUnseen] : [])];
    const role = filled(cells.isPrimary(offset) ? texts.primaryOf : texts.secondaryOf, holder.title);
    return [role, ...(state === 'changing' ? [texts.states.changing] : []), holder.status];
  }

  /** What a screen reader says of an address. */
  label(offset: number, address: string): string {
    return [address, ...this.facts(offset)].join(', ');
  }
}
