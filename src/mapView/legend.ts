import { cellStates, type CellState } from '../map/mapData';
import { badge } from './cell';
import { button, element } from './element';
import type { Model } from './model';

/** What the colours, shapes and letters mean, with how many there are; a click brings one out. */
export class Legend {
  readonly element = element('div', { class: 'legend', role: 'group' });
  readonly #buttons = new Map<CellState, HTMLButtonElement>();

  constructor(
    private readonly model: Model,
    onFilter: (state: CellState | undefined) => void,
  ) {
    this.element.ariaLabel = model.texts.legend;
    for (const state of cellStates) {
      const entry = button(
        { title: state === 'unseen' ? model.texts.whyUnseen : undefined },
        () => onFilter(model.filter === state ? undefined : state),
        badge(state),
        element('span', {}, model.texts.states[state]),
        element('span', { class: 'count' }),
      );
      this.#buttons.set(state, entry);
      this.element.append(entry);
    }
  }

  draw(): void {
    const { cells, filter } = this.model;
    for (const [state, button] of this.#buttons) {
      button.ariaPressed = String(filter === state);
      const count = button.querySelector('.count');
      if (count) count.textContent = this.model.number(cells?.counts[state] ?? 0);
    }
  }
}
