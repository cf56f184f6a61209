import type { KeyPress } from '../map/moveFocus';
import { tableColumns, tableOrder, type TableColumn } from '../map/tableOrder';
import type { AddressView } from './addressView';
import { badge } from './cell';
import { button, element, rove } from './element';
import type { Model } from './model';
import { VirtualRows } from './virtualRows';

const rowHeight = 26;

/** The same addresses as a list, to be sorted: for screen readers, and for whoever likes lists better. */
export class AddressTable implements AddressView {
  readonly element = element('div', { class: 'scroller table', role: 'grid', 'aria-multiselectable': true });
  readonly #rows: VirtualRows;
  readonly #headings = new Map<TableColumn, HTMLElement>();
  #order: readonly number[] = [];
  /** Where each address stands, by offset. */
  #indexes = new Map<number, number>();

  constructor(private readonly model: Model) {
    const { texts } = model;
    this.element.ariaLabel = texts.addresses;
    this.element.ariaColCount = String(tableColumns.length);
    const head = element('div', { class: 'row head', role: 'row', 'aria-rowindex': 1 });
    for (const column of tableColumns) {
      const sort = button({}, () => this.#sortBy(column), texts[column]);
      const heading = element('div', { role: 'columnheader', 'aria-sort': 'none' }, sort);
      this.#headings.set(column, heading);
      head.append(heading);
    }
    this.element.append(element('div', { role: 'rowgroup', class: 'headings' }, head));
    this.#rows = new VirtualRows(this.element, rowHeight);
  }

  draw(isOther: boolean): void {
    const { model } = this;
    const { cells, sort } = model;
    if (!cells) return;
    this.#order = tableOrder(cells, sort, model.wanted);
    this.#indexes = new Map(this.#order.map((offset, index) => [offset, index]));
    this.element.ariaRowCount = String(this.#order.length + 1);
    for (const [column, heading] of this.#headings) {
      const direction = sort.isDescending ? 'descending' : 'ascending';
      heading.ariaSort = column === sort.column ? direction : 'none';
    }
    if (!this.#indexes.has(model.focus)) model.focus = this.#order[0] ?? 0;
    this.#rows.pinned = this.#indexes.get(model.focus) ?? 0;
    const order = this.#order;
    this.#rows.show(
      {
        count: order.length,
        key: (index) => String(order[index]),
        draw: (index) => this.#drawRow(order[index] ?? 0),
        place: (row, index) => (row.ariaRowIndex = String(index + 2)),
      },
      isOther,
    );
    this.#rove();
  }

  paint(offsets: Iterable<number>, isNews = false): void {
    for (const offset of offsets) {
      const row = this.#row(offset);
      if (!row) continue;
      this.#paintRow(row, offset);
      if (isNews) row.classList.add('is-news');
    }
  }

  move({ key, isWide }: Omit<KeyPress, 'page'>): boolean {
    const last = this.#order.length - 1;
    const here = this.#indexes.get(this.model.focus) ?? 0;
    const steps = new Map([
      ['ArrowUp', isWide ? -last : -1],
      ['ArrowDown', isWide ? last : 1],
      ['PageUp', -this.#rows.page],
      ['PageDown', this.#rows.page],
      ['Home', -last],
      ['End', last],
    ]);
    const step = steps.get(key);
    const offset = step === undefined ? undefined : this.#order[Math.min(Math.max(here + step, 0), last)];
    if (offset === undefined) return false;
    this.focus(offset);
    return true;
  }

  focus(offset: number): boolean {
    const index = this.#indexes.get(offset);
    if (index === undefined) return false;
    const painted = this.model.goTo(offset);
    this.#rows.reveal(index);
    this.#rove();
    this.paint(painted);
    this.#row(offset)?.focus({ preventScroll: true });
    return true;
  }

  range(from: number, to: number): number[] {
    const ends = [this.#indexes.get(from) ?? 0, this.#indexes.get(to) ?? 0].sort((a, b) => a - b);
    return this.#order.slice(ends[0], (ends[1] ?? 0) + 1);
  }

  shows(offset: number): boolean {
    return this.#indexes.has(offset);
  }

  toggleRun(): boolean {
    return false;
  }

  #sortBy(column: TableColumn): void {
    const { model } = this;
    model.sort = { column, isDescending: model.sort.column === column && !model.sort.isDescending };
    this.draw(false);
  }

  #rove(): void {
    rove(this.element, this.#row(this.model.focus));
  }

  #row(offset: number): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`[data-offset="${offset}"]`);
  }

  #drawRow(offset: number): HTMLElement {
    const columns = tableColumns.map((_, at) => element('div', { role: 'gridcell', 'aria-colindex': at + 1 }));
    const row = element('div', { class: 'row', role: 'row', 'data-offset': offset, tabindex: -1 }, ...columns);
    this.#paintRow(row, offset);
    return row;
  }

  #paintRow(row: HTMLElement, offset: number): void {
    const { model } = this;
    const { cells, selection, texts } = model;
    if (!cells) return;
    const kind = model.kind(offset);
    const isSelected = selection.offsets.has(offset);
    row.className = isSelected ? 'row is-selected' : 'row';
    row.ariaSelected = String(isSelected);
    const { title = '', server = '', status = '' } = cells.holder(offset) ?? {};
    const known = [status, ...model.notes(offset).flat()].filter(Boolean).join(' · ');
    const state = [badge(kind, model.tints(offset)), texts.states[kind]];
    for (const [at, content] of [[cells.address(offset)], state, [title], [server], [known]].entries())
      row.children[at]?.replaceChildren(...content);
  }
}
