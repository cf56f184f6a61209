import { changedOffsets, createCells, isOfKind, kindOf, type Cells } from '../map/cells';
import { heldBy, type CellKind, type MapData, type MapHolder, type MapPatch } from '../map/mapData';
import type { MapTexts } from '../map/messages';
import { mapAsOf, sinceOf, type MapHistory } from '../map/pastMap';
import { patched } from '../map/patchMap';
import { noSelection, type Selection } from '../map/selection';
import type { TableSort } from '../map/tableOrder';
import { tintsOf, type ColourMode, type Tints } from '../map/tints';
import { filled } from './element';

/** What is shown and how it is looked at. The grid and the table are two views of it. */
export class Model {
  /** As it is now, and as it is shown. */
  #now: MapData | undefined;
  data: MapData | undefined;
  cells: Cells | undefined;
  history: MapHistory = { changes: [], names: [] };
  /** So many changes of the history are made in what is shown; undefined: it is now. */
  past: number | undefined;
  tints: Tints = () => undefined;
  selection: Selection = noSelection;
  /** Where the keyboard is. */
  focus = 0;
  filter: CellKind | undefined;
  /** The interface whose addresses are brought out: the last one that the keyboard was at. By its number it is kept. */
  chosen: MapHolder | undefined;
  chosenNo: string | undefined;
  /** The order of the table. */
  sort: TableSort = { column: 'address', isDescending: false };
  readonly unfolded = new Set<number>();
  /** The profile may change something. */
  mayChange = false;
  #since: ReadonlyMap<number, number> = new Map();
  readonly #numbers: Intl.NumberFormat;

  constructor(
    readonly texts: MapTexts,
    readonly language: string,
    private colour: ColourMode,
  ) {
    // To make one takes a hundred times as long as to use it.
    this.#numbers = new Intl.NumberFormat(language);
  }

  /** Takes a whole map; without one, forgets what there was: what comes may be of another account. */
  take(data: MapData | undefined): void {
    const isOther = this.#now && this.#now.cidr !== data?.cidr;
    this.#now = data;
    if (data && this.focus >= data.size) this.focus = 0;
    if (!data) {
      this.history = { changes: [], names: [] };
      this.past = undefined;
    }
    if (isOther) this.selection = noSelection;
    this.#look();
  }

  /** Takes what has changed; gives the addresses to paint again. */
  patch(patch: MapPatch): number[] {
    if (!this.#now) return [];
    return this.#changing(() => this.take(this.#now && patched(this.#now, patch)));
  }

  /** Takes what the history knows. The moment that is shown stays. */
  takeHistory(history: MapHistory): number[] {
    const at = this.past === undefined ? undefined : this.history.changes[this.past]?.at;
    const place = at === undefined ? -1 : history.changes.findIndex((change) => change.at === at);
    this.history = history;
    return this.lookBack(place < 0 ? undefined : place);
  }

  /** Shows the map when only so many changes were made; undefined: as it is now. Gives the addresses to paint again. */
  lookBack(past: number | undefined): number[] {
    return this.#changing(() => {
      this.past = past;
      this.#look();
    });
  }

  colourBy(mode: ColourMode): void {
    this.colour = mode;
    this.#look();
  }

  get colourMode(): ColourMode {
    return this.colour;
  }

  /** Something can be begun: nobody changes the past. */
  get canChange(): boolean {
    return this.mayChange && this.past === undefined;
  }

  /** Goes to an address, and chooses its interface unless the chosen one is looked for. Gives the addresses to paint again. */
  goTo(offset: number): number[] {
    const before = this.chosen;
    this.focus = offset;
    const holder = this.cells?.holder(offset);
    if (!holder || holder === before || (before && this.filter === 'chosen')) return [];
    this.chosen = holder;
    this.chosenNo = holder.networkInterfaceNo;
    return [...heldBy(holder), ...(before ? heldBy(before) : [])];
  }

  /** What an address is, as the legend tells it. */
  kind(offset: number): CellKind {
    return this.cells ? kindOf(this.cells, offset, this.chosen) : 'unseen';
  }

  /** What the filter looks for; without one, undefined. */
  get wanted(): ((offset: number) => boolean) | undefined {
    const { cells, filter, chosen } = this;
    return cells && filter && ((offset) => isOfKind(cells, offset, filter, chosen));
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  time(at: number): string {
    return new Date(at).toLocaleString(this.language, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** All there is to say of an address, part by part. */
  facts(offset: number): string[] {
    const { cells, texts } = this;
    if (!cells) return [];
    const state = cells.state(offset);
    const holder = cells.holder(offset);
    const [since, keptFor] = this.notes(offset);
    if (!holder) {
      // For whom it is kept says that it is kept.
      const what = state === 'declared' ? keptFor : [texts.states[state], ...keptFor];
      return [...what, ...since, ...(state === 'unseen' ? [texts.whyUnseen] : [])];
    }
    const role = filled(cells.isPrimary(offset) ? texts.primaryOf : texts.secondaryOf, holder.title);
    const status = holder.status === '' ? [] : [holder.status];
    return [role, ...(state === 'changing' ? [texts.states.changing] : []), ...status, ...since, ...keptFor];
  }

  /** Since when an address is as it is, and for whom it is kept: each as far as it is known. */
  notes(offset: number): readonly [since: readonly string[], keptFor: readonly string[]] {
    const { texts } = this;
    const at = this.#since.get(offset);
    const kept = this.cells?.keptFor(offset);
    return [
      at === undefined ? [] : [filled(texts.since, this.time(at))],
      kept === undefined ? [] : [filled(texts.keptFor, kept)],
    ];
  }

  /** What a screen reader says of an address. */
  label(offset: number, address: string): string {
    const { cells, chosen, texts } = this;
    const isOfChosen = chosen && cells?.holder(offset) === chosen;
    return [address, ...this.facts(offset), ...(isOfChosen ? [texts.chosen] : [])].join(', ');
  }

  #look(): void {
    const { history, past, colour } = this;
    const now = this.#now;
    const data = now && (past === undefined ? now : mapAsOf(now, history, past));
    this.data = data;
    this.cells = data && createCells(data);
    this.chosen = data?.holders.find(({ networkInterfaceNo }) => networkInterfaceNo === this.chosenNo);
    this.#since = data ? sinceOf(history, data, past) : new Map();
    this.tints =
      data && this.cells
        ? tintsOf({ data, cells: this.cells, since: this.#since, now: Date.now() }, colour)
        : () => undefined;
  }

  #changing(change: () => void): number[] {
    const [before, sinceBefore] = [this.cells, this.#since];
    change();
    const { cells } = this;
    const since = this.#since;
    if (!before || !cells) return [];
    const aged = [...since.keys(), ...sinceBefore.keys()].filter((at) => since.get(at) !== sinceBefore.get(at));
    return [...new Set([...changedOffsets(before, cells), ...aged])];
  }
}
