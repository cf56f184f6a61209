import { cellLetters, cellStates, type CellState } from '../map/mapData';
import { element } from './element';
import type { Model } from './model';

/** What the colours, shapes and letters mean, with how many there are; a click brings one out. */
export class Legend {
  readonly element = element('div', { class: 'legend', role: 'group' });
  readonly #buttons = new Map<CellState, HTMLButtonElement>();

  constructor(
    private readonly model: Model,
    onFilter: (state: CellState | undefined) => void,
  ) {
    this.element.setAttribute('aria-label', model.texts.legend);
    for (const state of cellStates) {
      const button = element(
        'button',
        { type: 'button', 'aria-pressed': false, ...(state === 'unseen' && { title: model.texts.whyUnseen }) },
        element(
          'span',
          { class: `cell is-${state}`, 'aria-hidden': true },
          element('span', { class: 'letter', 'data-letter': cellLetters[state] }),
        ),
        element('span', {}, model.texts.states[state]),
        element('span', { class: 'count' }),
      );
      button.addEventListener('click', () => onFilter(model.filter === state ? undefined : state));
      this.#buttons.set(state, button);
      this.element.append(button);
    }
  }

  draw(): void {
    const { cells, filter } = this.model;
    for (const [state, button] of this.#buttons) {
      button.setAttribute('aria-pressed', String(filter === state));
      const count = button.querySelector('.count');
      if (count) count.textContent = this.model.number(cells?.counts[state] ?? 0);
    }
  }
}
