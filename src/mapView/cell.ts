import { cellLetters, type CellKind } from '../map/mapData';
import { element } from './element';
import type { Model } from './model';

/** The cell of one address, empty until it is painted. */
export function drawCell(offset: number, column: number): HTMLElement {
  return element('div', { role: 'gridcell', 'data-offset': offset, 'aria-colindex': column, tabindex: -1 });
}

/** A small cell beside a text that says the same. */
export function badge(kind: CellKind, tint = ''): HTMLElement {
  return element('span', {
    class: `cell is-${kind} ${tint}`,
    'data-letter': cellLetters[kind],
    'aria-hidden': true,
  });
}

/** Shows what an address is: by colour, shape and letter, with what is selected and what belongs together. */
export function paintCell(cell: HTMLElement, model: Model, offset: number): void {
  const { cells, selection, wanted, chosen } = model;
  if (!cells) return;
  const kind = model.kind(offset);
  const address = cells.address(offset);
  const isSelected = selection.offsets.has(offset);
  cell.className = [
    'cell',
    `is-${kind}`,
    model.tints(offset),
    isSelected && 'is-selected',
    wanted?.(offset) === false && 'is-aside',
    chosen && cells.holder(offset) === chosen && 'is-sibling',
  ]
    .filter(Boolean)
    .join(' ');
  cell.ariaSelected = String(isSelected);
  cell.ariaLabel = model.label(offset, address);
  cell.textContent = address.slice(address.lastIndexOf('.') + 1);
  cell.dataset.letter = cellLetters[kind];
}

/** The address of the cell that something happened in; a folded run has none. */
export function offsetAt(target: EventTarget | null): number | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-offset]:not(.gap)') : null;
  return cell ? Number(cell.dataset.offset) : undefined;
}
