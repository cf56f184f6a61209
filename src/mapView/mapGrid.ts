import { moveFocus, placeOf, type KeyPress, type Place } from '../map/moveFocus';
import { layOut, rowOf, rowWidths, type RowWidth, type Scene, type SceneRow } from '../map/scene';
import { blankCell, paintCell } from './cell';
import { element, filled, rove } from './element';
import type { Model } from './model';
import { VirtualRows } from './virtualRows';
import type { AddressView } from './addressView';

/** Pixels of a row, and of the label before it (map.css). */
const rowHeight = 32;
const labelWidth = 112;
/** The narrowest cell in which the last part of an address can be read. */
const leastCell: Readonly<Record<RowWidth, number>> = { 16: 0, 32: 29, 64: 28 };

/** The subnet as rows of cells. */
export class MapGrid implements AddressView {
  readonly element = element('div', { class: 'scroller', role: 'grid', 'aria-multiselectable': true });
  readonly #rows = new VirtualRows(this.element, rowHeight);
  #scene: Scene = { columns: 16, rows: [] };
  #place: Place = { row: 0, offset: 0 };
  readonly #blanks: HTMLElement[] = [];

  constructor(private readonly model: Model) {
    this.element.ariaLabel = model.texts.addresses;
    new ResizeObserver(() => this.#fit()).observe(this.element);
  }

  draw(isOther: boolean): void {
    const { model } = this;
    const before = this.#scene;
    if (!model.cells) return;
    const hadFocus = this.element.contains(document.activeElement);
    const { columns } = this;
    this.#scene = layOut(model.cells, { columns, filter: model.wanted, unfolded: model.unfolded });
    this.#place = placeOf(this.#scene, model.focus);
    this.#rows.pinned = this.#place.row;
    this.element.ariaRowCount = String(this.#scene.rows.length);
    this.element.ariaColCount = String(columns + 1);
    this.element.dataset.columns = String(columns);
    const { rows } = this.#scene;
    const rowAt = (index: number): SceneRow => rows[index] ?? { kind: 'cells', first: 0, last: -1 };
    this.#rows.show(
      {
        count: rows.length,
        key: (index) => `${rowAt(index).kind}${rowAt(index).first}`,
        draw: (index, spare) => this.#drawRow(rowAt(index), spare),
        place: (row, index) => this.#placeRow(row, rowAt(index), index),
      },
      isOther || before.columns !== columns,
    );
    this.#rove();
    if (!hadFocus) return;
    if (before.columns !== columns) this.#rows.reveal(this.#place.row);
    // The row that had the keyboard may be another one now.
    if (!this.element.contains(document.activeElement)) this.#focused()?.focus({ preventScroll: true });
  }

  paint(offsets: Iterable<number>, isNews = false): void {
    for (const offset of offsets) {
      const cell = this.#cell(offset);
      if (!cell) continue;
      paintCell(cell, this.model, offset);
      if (isNews) cell.classList.add('is-news');
    }
  }

  move(press: Omit<KeyPress, 'page'>): boolean {
    const place = moveFocus(this.#scene, this.#place, { ...press, page: this.#rows.page });
    if (place) this.#goTo(place);
    return place !== undefined;
  }

  focus(offset: number, isMeant = false): boolean {
    const row = this.#scene.rows[placeOf(this.#scene, offset).row];
    if (isMeant && row?.kind === 'gap') {
      this.model.unfolded.add(offset);
      this.model.focus = offset;
      this.draw(false);
    }
    this.#goTo(placeOf(this.#scene, offset));
    return true;
  }

  shows(offset: number): boolean {
    return this.#scene.rows[rowOf(this.#scene, offset)]?.kind === 'cells';
  }

  range(from: number, to: number): number[] {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const { wanted } = this.model;
    return wanted ? all.filter(wanted) : all;
  }

  /** Folds or unfolds the run that the keyboard is at, or that was clicked; false where there is none. */
  toggleRun(target?: Element | null): boolean {
    const run = target?.closest<HTMLElement>('.gap')?.dataset.offset;
    const { rows } = this.#scene;
    const row =
      run === undefined ? rows[this.#place.row] : rows.find((one) => one.kind === 'gap' && one.first === Number(run));
    if (row?.kind !== 'gap') return false;
    const { unfolded } = this.model;
    if (!row.isUnfolded) unfolded.add(row.first);
    else for (const offset of [...unfolded]) if (offset >= row.first && offset <= row.last) unfolded.delete(offset);
    this.model.focus = row.first;
    this.draw(false);
    this.#goTo({
      row: this.#scene.rows.findIndex((one) => one.kind === 'gap' && one.first === row.first),
      offset: row.first,
    });
    return true;
  }

  #goTo(place: Place): void {
    const painted = this.model.goTo(place.offset);
    this.#place = place;
    this.#rows.reveal(place.row);
    this.#rove();
    this.#focused()?.focus({ preventScroll: true });
    this.paint(painted);
  }

  /** As many addresses in a row as there is room for. */
  get columns(): RowWidth {
    const width = this.element.clientWidth - labelWidth - 24;
    return rowWidths.findLast((columns) => width / columns >= leastCell[columns]) ?? 16;
  }

  #fit(): void {
    if (this.model.cells && this.element.clientWidth > 0 && this.columns !== this.#scene.columns) this.draw(false);
  }

  /** One cell alone takes part in the order of the key Tab. */
  #rove(): void {
    rove(this.element, this.#focused());
  }

  #focused(): HTMLElement | null | undefined {
    const row = this.#rows.row(this.#place.row);
    const offset = this.#scene.rows[this.#place.row]?.kind === 'gap' ? undefined : this.#place.offset;
    return row?.querySelector<HTMLElement>(offset === undefined ? '[role=gridcell]' : `[data-offset="${offset}"]`);
  }

  #cell(offset: number): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`.cell[data-offset="${offset}"]`);
  }

  #drawRow(row: SceneRow, spare?: HTMLElement): HTMLElement {
    const { model } = this;
    if (row.kind === 'gap') {
      const colspan = this.#scene.columns + 1;
      const gap = element('div', {
        role: 'gridcell',
        class: 'gap',
        'data-offset': row.first,
        'aria-colindex': 1,
        'aria-colspan': colspan,
        tabindex: -1,
      });
      return element('div', { class: 'row', role: 'row' }, gap);
    }
    const blank = this.#blank(row.last - row.first + 1);
    const isFit = spare?.childElementCount === blank.childElementCount;
    const drawn = isFit ? spare : (blank.cloneNode(true) as HTMLElement);
    const [label, ...cells] = drawn.children as unknown as Iterable<HTMLElement>;
    if (label) label.textContent = model.cells?.address(row.first) ?? '';
    cells.forEach((cell, at) => {
      cell.dataset.offset = String(row.first + at);
      paintCell(cell, model, row.first + at);
    });
    return drawn;
  }

  /** A row to copy: that takes half as long as to make its cells one by one. */
  #blank(count: number): HTMLElement {
    return (this.#blanks[count] ??= element(
      'div',
      { class: 'row', role: 'row' },
      element('div', { class: 'row-label', role: 'rowheader', 'aria-colindex': 1 }),
      ...Array.from({ length: count }, (_, at) => blankCell(at + 2)),
    ));
  }

  #placeRow(element: HTMLElement, row: SceneRow, index: number): void {
    element.ariaRowIndex = String(index + 1);
    const gap = element.querySelector('.gap');
    if (row.kind !== 'gap' || !gap) return;
    const { texts, cells, filter } = this.model;
    const count = this.model.number(row.last - row.first + 1);
    const ends = [cells?.address(row.first) ?? '', cells?.address(row.last) ?? ''];
    gap.textContent = filled(filter ? texts.gapOthers : texts.gap, ...ends, count);
    gap.ariaExpanded = String(row.isUnfolded);
  }
}
