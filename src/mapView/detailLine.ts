import { badge } from './cell';
import { element, filled } from './element';
import type { Model } from './model';

/** What is known of the address under the mouse, or else of the one that the keyboard is at. */
export class DetailLine {
  #badge = badge('unseen');
  readonly #address = element('strong');
  readonly #facts = element('span', { class: 'facts' });
  readonly #typed = element('span', { class: 'typed', role: 'status' });
  readonly element = element('div', { class: 'detail' }, this.#badge, this.#address, this.#facts, this.#typed);

  constructor(private readonly model: Model) {}

  show(offset: number): void {
    const { cells, texts } = this.model;
    this.#typed.textContent = '';
    this.element.hidden = !cells;
    if (!cells) return;
    const holder = cells.holder(offset);
    const server =
      holder?.server && !holder.title.startsWith(holder.server) ? [`${texts.server} ${holder.server}`] : [];
    const shown = badge(cells.state(offset), this.model.tints(offset));
    this.#badge.replaceWith(shown);
    this.#badge = shown;
    this.#address.textContent = cells.address(offset);
    this.#facts.textContent = [...this.model.facts(offset), ...server].join(' · ');
  }

  /** What is being typed to get to an address. */
  say(text: string, isFound: boolean): void {
    this.#typed.textContent = filled(isFound ? this.model.texts.typed : this.model.texts.notHere, text);
  }
}
