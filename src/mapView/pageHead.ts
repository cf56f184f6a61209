import type { Head } from '../map/liveMessages';
import { element, filled } from './element';

/** Which thing of which account a page shows, as of when, and whether it still is: the beginning of every page. */
export class PageHead {
  readonly #title = element('h1');
  readonly #where = element('span', { class: 'where' });
  readonly #note = element('span', { class: 'note' });
  readonly #warning = element('strong', { class: 'not-live', role: 'alert' });
  readonly parts: readonly HTMLElement[] = [this.#title, this.#where, this.#note, this.#warning];

  constructor(
    private readonly notLive: string,
    private readonly language: string,
  ) {}

  draw({ title, where, note }: Head): void {
    this.#title.textContent = title;
    this.#where.textContent = where;
    this.#note.textContent = note;
  }

  /** Until when (epoch ms) the page was live; undefined while it is. */
  setLive(liveUntil: number | undefined): void {
    const time = liveUntil === undefined ? '' : new Date(liveUntil).toLocaleString(this.language);
    this.#warning.textContent = time && filled(this.notLive, time);
    document.body.classList.toggle('is-lost', liveUntil !== undefined);
  }
}
