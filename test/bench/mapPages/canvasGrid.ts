import { cellLetters } from '../../../src/map/mapData';
import { layOut, rowWidths, type RowWidth, type SceneRow } from '../../../src/map/scene';
import { element } from '../../../src/mapView/element';
import type { Model } from '../../../src/mapView/model';
import { VirtualRows } from '../../../src/mapView/virtualRows';

const [rowHeight, labelWidth, widest, cellHeight] = [32, 100, 56, 26];

/**
 * The other way to draw a map, only to be measured: the cells on a canvas that stays in sight, and over it the same rows of
 * elements, transparent and bare, for screen readers, the keyboard and forced colours.
 */
export class CanvasGrid {
  readonly #canvas = document.createElement('canvas');
  readonly element = element('div', { class: 'scroller', role: 'grid' });
  readonly #rows: VirtualRows;
  #lines: readonly SceneRow[] = [];
  #isAsked = false;

  constructor(private readonly model: Model) {
    this.#canvas.style.cssText =
      'position: sticky; top: 0; left: 0; display: block; margin-bottom: -100vh; pointer-events: none';
    this.element.append(this.#canvas);
    this.#rows = new VirtualRows(this.element, rowHeight);
    this.element.addEventListener('scroll', () => this.#ask(), { passive: true });
  }

  draw(): void {
    const { cells } = this.model;
    if (!cells) return;
    const { columns } = this;
    // As on the page after its runs were unfolded.
    const unfolded = new Set(Array.from({ length: cells.size / 256 }, (_, at) => at * 256));
    this.#lines = layOut(cells, { columns, unfolded }).rows.filter(({ kind }) => kind === 'cells');
    this.element.dataset.columns = String(columns);
    const lines = this.#lines;
    this.#rows.show(
      {
        count: lines.length,
        key: (index) => String(lines[index]?.first),
        draw: (index) => this.#drawRow(lines[index]),
        place: (row, index) => (row.ariaRowIndex = String(index + 1)),
      },
      true,
    );
    this.#paint();
  }

  get columns(): RowWidth {
    const width = this.element.clientWidth - labelWidth - 36;
    return rowWidths.findLast((columns) => width / columns >= 27) ?? 16;
  }

  #drawRow(line: SceneRow | undefined): HTMLElement {
    const { cells } = this.model;
    if (!line || !cells) return element('div');
    const address = cells.address(line.first);
    const row = element(
      'div',
      { class: 'row', role: 'row' },
      element('div', { role: 'rowheader', 'aria-label': address }),
    );
    for (let offset = line.first; offset <= line.last; offset++) {
      const label = this.model.label(offset, cells.address(offset));
      row.append(element('div', { role: 'gridcell', tabindex: -1, 'aria-label': label, 'data-offset': offset }));
    }
    return row;
  }

  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      this.#paint();
    });
  }

  #paint(): void {
    const { cells } = this.model;
    const { clientWidth: width, clientHeight: height, scrollTop } = this.element;
    const pen = this.#canvas.getContext('2d');
    if (!pen || !cells) return;
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height });
    pen.clearRect(0, 0, width, height);
    pen.font = '11px sans-serif';
    pen.textBaseline = 'middle';
    const side = Math.min(widest, (width - 32 - labelWidth) / this.columns);
    for (let index = Math.floor(scrollTop / rowHeight); index * rowHeight < scrollTop + height; index++) {
      const line = this.#lines[index];
      if (!line) continue;
      const top = index * rowHeight - scrollTop + 3;
      pen.fillStyle = '#777';
      pen.fillText(cells.address(line.first), 20, top + cellHeight / 2);
      for (let offset = line.first; offset <= line.last; offset++) {
        const state = cells.state(offset);
        const left = 20 + labelWidth + (offset - line.first) * side + 2;
        pen.beginPath();
        pen.roundRect(left, top, side - 4, cellHeight, state === 'secondary' ? 13 : 3);
        pen.fillStyle = state === 'primary' ? '#1a5fb4' : state === 'secondary' ? '#cfe3fb' : '#fff';
        pen.fill();
        pen.stroke();
        pen.fillStyle = state === 'primary' ? '#fff' : '#222';
        pen.fillText((cells.address(offset).split('.')[3] ?? '') + cellLetters[state], left + 6, top + cellHeight / 2);
      }
    }
  }
}
