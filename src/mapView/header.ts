import type { MapMode, MapTexts, ToMap } from '../map/messages';
import { element } from './element';

/** Which subnet of which account this is, as of when, and how it is shown. */
export class Header {
  private readonly title = element('h1');
  private readonly where = element('span', { class: 'where' });
  private readonly note = element('span', { class: 'note' });
  private readonly buttons: Readonly<Record<MapMode, HTMLButtonElement>>;
  readonly element: HTMLElement;

  constructor(texts: MapTexts, onMode: (mode: MapMode) => void, onSave: () => void) {
    const button = (mode: MapMode, label: string): HTMLButtonElement => {
      const made = element('button', { type: 'button', 'aria-pressed': false, 'data-mode': mode }, label);
      made.addEventListener('click', () => onMode(mode));
      return made;
    };
    this.buttons = { map: button('map', texts.asMap), table: button('table', texts.asTable) };
    const modes = element('div', { class: 'modes', role: 'group' }, ...Object.values(this.buttons));
    const save = element('button', { type: 'button', class: 'save' }, texts.saveSvg);
    save.addEventListener('click', onSave);
    this.element = element('header', {}, this.title, this.where, this.note, save, modes);
  }

  draw({ title, where, note }: Extract<ToMap, { type: 'head' }>): void {
    this.title.textContent = title;
    this.where.textContent = where;
    this.note.textContent = note;
  }

  choose(mode: MapMode): void {
    for (const [name, button] of Object.entries(this.buttons))
      button.setAttribute('aria-pressed', String(name === mode));
  }
}
