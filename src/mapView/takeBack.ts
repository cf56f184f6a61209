import type { Model } from './model';

/** What Escape may take back. */
export interface TakenBack {
  readonly selection: () => void;
  readonly filter: () => void;
}

/**
 * Escape, wherever the keyboard is, takes back one step, the last thing first: a drag (dragCells.ts), then the selection, then
 * the filter. After that it is VS Code's. Fields have it for themselves: it empties the one that finds interfaces.
 */
export function takeBackByEscape(model: Model, { selection, filter }: TakenBack): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.target instanceof HTMLInputElement) return;
    const step = model.selection.offsets.size > 0 ? selection : model.filter && filter;
    if (!step) return;
    event.preventDefault();
    step();
  });
}
