import type { MapMode, MapTexts } from '../../map/messages';
import { button, element } from '../element';
import { PageHead } from '../pageHead';

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
    const choice = (mode: MapMode, label: string): HTMLButtonElement =>
      button({ 'data-mode': mode }, () => onMode(mode), label);
    this.#buttons = { map: choice('map', texts.asMap), table: choice('table', texts.asTable) };
    const modes = element('div', { class: 'modes', role: 'group' }, ...Object.values(this.#buttons));
    // Short, so that beside them there is room for whose subnet it is and as of when.
    const save = (format: 'svg' | 'png', label: string): HTMLButtonElement =>
      button({ 'data-save': format, title: label }, () => onSave(format), `${format.toUpperCase()}…`);
    const saving = element('div', { class: 'save' }, save('svg', texts.saveSvg), save('png', texts.savePng));
    this.element = element('header', {}, ...this.head.parts, saving, modes);
  }

  choose(mode: MapMode): void {
    for (const [name, button] of Object.entries(this.#buttons)) button.ariaPressed = String(name === mode);
  }
}
