import type { MapMode, MapTexts } from '../map/messages';
import { element } from './element';
import { PageHead } from './pageHead';

/** Which subnet of which account this is, as of when, and how it is shown. */
export class Header {
  readonly head: PageHead;
  readonly #buttons: Readonly<Record<MapMode, HTMLButtonElement>>;
  readonly element: HTMLElement;

  constructor(
    texts: MapTexts,
    language: string,
    onMode: (mode: MapMode) => void,
    onSave: (format: 'svg' | 'png') => void,
  ) {
    this.head = new PageHead(texts.notLive, language);
    const button = (mode: MapMode, label: string): HTMLButtonElement => {
      const made = element('button', { type: 'button', 'aria-pressed': false, 'data-mode': mode }, label);
      made.addEventListener('click', () => onMode(mode));
      return made;
    };
    this.#buttons = { map: button('map', texts.asMap), table: button('table', texts.asTable) };
    const modes = element('div', { class: 'modes', role: 'group' }, ...Object.values(this.#buttons));
    const save = (['svg', 'png'] as const).map((format) => {
      const made = element(
        'button',
        { type: 'button', 'data-save': format },
        format === 'svg' ? texts.saveSvg : texts.savePng,
      );
      made.addEventListener('click', () => onSave(format));
      return made;
    });
    this.element = element('header', {}, ...this.head.parts, element('div', { class: 'save' }, ...save), modes);
  }

  choose(mode: MapMode): void {
    for (const [name, button] of Object.entries(this.#buttons))
      button.setAttribute('aria-pressed', String(name === mode));
  }
}
