import { cellLetters, type CellState } from '../map/mapData';
import { element } from './element';
import type { Model } from './model';

/** The cell of one address, empty until it is painted. */
export function drawCell(offset: number, column: number): HTMLElement {
  return element('div', { role: 'gridcell', 'data-offset': offset, 'aria-colindex': column, tabindex: -1 });
}

/** A small cell beside a text that says the same. */
export function badge(state: CellState, tint = ''): HTMLElement {
  return element('span', {
    class: `cell is-${state} ${tint}`,
    'data-letter': cellLetters[state],
    'aria-hidden': true,
  });
}

/** Shows what an address is: by colour, shape and letter, with what is selected and what belongs together. */
export function paintCell(cell: HTMLElement, model: Model, offset: number): void {
  const { cells, selection, filter, chosen } = model;
  if (!cells) return;
  const state = cells.state(offset);
  const address = cells.address(offset);
  const isSelected = selection.offsets.has(offset);
  cell.className = [
    'cell',
    `is-${state}`,
    model.tints(offset),
    isSelected && 'is-selected',
    filter && filter !== state && 'is-aside',
    chosen && cells.holder(offset) === chosen && 'is-sibling',
  ]
    .filter(Boolean)
    .join(' ');
  cell.ariaSelected = String(isSelected);
  cell.ariaLabel = model.label(offset, address);
  cell.textContent = address.slice(address.lastIndexOf('.') + 1);
  cell.dataset.letter = cellLetters[state];
}

/** The address of the cell that something happened in. */
export function offsetAt(target: EventTarget | null): number | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-offset]') : null;
  return cell ? Number(cell.dataset.offset) : undefined;
}
