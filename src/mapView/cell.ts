import type { CellKind } from '../map/mapData';
import { element } from './element';
import type { Model } from './model';

/** A cell of no address yet. */
export function blankCell(column: number): HTMLElement {
  return element('div', { role: 'gridcell', 'aria-colindex': column, tabindex: -1 });
}

/** A small cell beside a text that says the same. */
export function badge(kind: CellKind, tint = ''): HTMLElement {
  return element('span', {
    class: `cell is-${kind} ${tint}`,
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
  const tint = model.tints(offset);
  cell.className =
    `cell is-${kind}` +
    (tint ? ` ${tint}` : '') +
    (isSelected ? ' is-selected' : '') +
    (wanted?.(offset) === false ? ' is-aside' : '') +
    (chosen && cells.holder(offset) === chosen ? ' is-sibling' : '');
  cell.ariaSelected = String(isSelected);
  cell.ariaLabel = model.label(offset, address);
  const last = address.slice(address.lastIndexOf('.') + 1);
  // Its text drawn over, a cell that was another one has less to be laid out.
  if (cell.firstChild) cell.firstChild.nodeValue = last;
  else cell.textContent = last;
}

/** The address of the cell that something happened in; a folded run has none. */
export function offsetAt(target: EventTarget | null): number | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-offset]:not(.gap)') : null;
  return cell ? Number(cell.dataset.offset) : undefined;
}
