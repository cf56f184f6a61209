import { badge } from '../cell';
import { element } from '../element';
import type { Model } from '../model';

/** What is known of the address under the mouse, or else of the one that the keyboard is at. */
export class DetailLine {
  #badge = badge('unseen');
  readonly #address = element('strong');
  readonly #facts = element('span', { class: 'facts' });
  readonly #said = element('span', { class: 'said', role: 'status' });
  #saidAt = 0;
  readonly element = element('div', { class: 'detail' }, this.#badge, this.#address, this.#facts, this.#said);

  constructor(private readonly model: Model) {}

  show(offset: number): void {
    const { cells, texts } = this.model;
    this.element.hidden = !cells;
    if (!cells) return;
    const holder = cells.holder(offset);
    const server =
      holder?.server && !holder.title.startsWith(holder.server) ? [`${texts.server} ${holder.server}`] : [];
    const shown = badge(this.model.kind(offset), this.model.tints(offset));
    this.#badge.replaceWith(shown);
    this.#badge = shown;
    this.#address.textContent = cells.address(offset);
    this.#facts.textContent = [...this.model.facts(offset), ...server].join(' · ');
  }

  /** Says what became of what somebody did, until they are at another address. */
  say(text: string): void {
    this.#said.textContent = text;
    this.#saidAt = this.model.focus;
  }

  /** Shows where the keyboard is now. */
  follow(): void {
    if (this.#saidAt !== this.model.focus) this.say('');
    this.show(this.model.focus);
  }
}
