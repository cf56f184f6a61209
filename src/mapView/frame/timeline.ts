import { button, element, filled } from '../element';
import type { Model } from '../model';

/** A slider over the changes that the history knows of, from before the first one until now. */
export class Timeline {
  readonly #slider = element('input', { type: 'range', min: 0, step: 1 });
  readonly #text = element('span', { class: 'moment', role: 'status' });
  readonly #back: HTMLButtonElement;
  readonly element: HTMLElement;

  constructor(
    private readonly model: Model,
    onMove: (past: number | undefined) => void,
  ) {
    const { texts } = model;
    this.#slider.ariaLabel = texts.time;
    this.#back = button(
      { class: 'back' },
      () => {
        onMove(undefined);
        this.#slider.focus();
      },
      texts.now,
    );
    this.element = element(
      'div',
      { class: 'timeline' },
      element('span', {}, texts.time),
      this.#slider,
      this.#text,
      this.#back,
    );
    this.#slider.addEventListener('input', () => {
      const at = Number(this.#slider.value);
      onMove(at < this.model.history.changes.length ? at : undefined);
    });
  }

  draw(): void {
    const { history, past, texts, cells } = this.model;
    const { length } = history.changes;
    this.element.hidden = length === 0 || !cells;
    this.#slider.max = String(length);
    this.#slider.value = String(past ?? length);
    const next = past === undefined ? undefined : history.changes[past];
    const text = next ? filled(texts.past, this.model.time(next.at)) : texts.now;
    this.#slider.ariaValueText = text;
    this.#text.textContent = next ? text : '';
    this.#back.hidden = next === undefined;
    document.body.classList.toggle('is-past', next !== undefined);
  }
}
