import { colourModes, type ColourMode } from '../../map/tints';
import { element } from '../element';
import type { Model } from '../model';

/** What the cells are coloured by, and what the colours of ages mean; those of interfaces are on their chips. */
export class ColourPicker {
  readonly #select = element('select');
  readonly #key = element('span', { class: 'ages' });
  readonly element: HTMLElement;

  constructor(
    private readonly model: Model,
    onChange: (colour: ColourMode) => void,
  ) {
    const { texts, colourMode } = model;
    for (const mode of colourModes) this.#select.append(element('option', { value: mode }, texts.colourBy[mode]));
    this.#select.value = colourMode;
    this.#select.addEventListener('change', () => onChange(this.#select.value as ColourMode));
    const ages = texts.ages.map((text, age) =>
      element('span', { class: 'key' }, element('span', { class: `cell is-age-${age}`, 'aria-hidden': true }), text),
    );
    this.#key.append(...ages);
    this.element = element('div', { class: 'colours' }, this.#key, element('label', {}, texts.colours, this.#select));
  }

  draw(): void {
    this.#key.hidden = this.model.colourMode !== 'recent';
  }
}
