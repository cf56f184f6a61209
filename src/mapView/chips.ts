import type { MapHolder } from '../map/mapData';
import { tintByName } from '../map/tints';
import { element, filled } from './element';
import type { Model } from './model';

/** No row has room for more; of the others the actions below the map ask. */
const mostChips = 40;

/**
 * The interfaces of the subnet, with the colours that their cells have: selected cells are dragged onto one, or it is
 * pressed. One of them takes part in the order of the key Tab, the arrows lead to the others, as in a toolbar of ARIA.
 */
export class Chips {
  readonly element = element('div', { class: 'chips', role: 'toolbar' });
  #focus = '';

  constructor(
    private readonly model: Model,
    onto: (networkInterfaceNo: string) => void,
  ) {
    this.element.setAttribute('aria-label', model.texts.chips);
    this.element.addEventListener('click', ({ target }) => {
      const chip = chipAt(target);
      if (chip) onto(chip);
    });
    this.element.addEventListener('keydown', (event) => {
      const step = new Map([
        ['ArrowLeft', -1],
        ['ArrowRight', 1],
        ['Home', -mostChips],
        ['End', mostChips],
      ]).get(event.key);
      if (step === undefined) return;
      event.preventDefault();
      const chips = [...this.element.querySelectorAll<HTMLElement>('[data-chip]')];
      const at = chips.findIndex((chip) => chip.dataset.chip === this.#focus);
      const chip = chips[Math.min(Math.max(at + step, 0), chips.length - 1)];
      this.#focus = chip?.dataset.chip ?? '';
      this.#rove();
      chip?.focus();
    });
  }

  draw(): void {
    const { data, texts, colourMode, canChange, selection } = this.model;
    const holders = data?.holders ?? [];
    this.element.hidden = holders.length === 0;
    const tints = data && (colourMode === 'server' || colourMode === 'interface') && tintByName(data, colourMode);
    const hadFocus = this.element.contains(document.activeElement);
    const chips = holders.slice(0, mostChips).map((holder) => {
      const tint = tints ? tints.get(colourMode === 'server' ? holder.server : holder.networkInterfaceNo) : undefined;
      return this.#chip(holder, tint);
    });
    const rest = holders.length - chips.length;
    this.element.replaceChildren(
      ...chips,
      ...(rest > 0 ? [element('span', { class: 'more' }, filled(texts.moreChips, this.model.number(rest)))] : []),
    );
    this.element.classList.toggle('is-ready', canChange && selection.offsets.size > 0);
    if (!holders.some(({ networkInterfaceNo }) => networkInterfaceNo === this.#focus))
      this.#focus = holders[0]?.networkInterfaceNo ?? '';
    this.#rove();
    if (hadFocus) this.element.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  /** Marks the chip that something is over. */
  aim(networkInterfaceNo: string | undefined): void {
    for (const chip of this.element.querySelectorAll<HTMLElement>('[data-chip]'))
      chip.classList.toggle('is-aim', chip.dataset.chip === networkInterfaceNo);
  }

  #chip({ networkInterfaceNo, title, secondaries }: MapHolder, tint: number | undefined): HTMLElement {
    const { canChange, selection, texts } = this.model;
    const swatch = tint === undefined ? [] : [element('span', { class: `cell is-tint-${tint}`, 'aria-hidden': true })];
    const made = element(
      'button',
      { type: 'button', 'data-chip': networkInterfaceNo, tabindex: -1, title: texts.onto },
      ...swatch,
      element('span', {}, filled(texts.chip, title, secondaries.length)),
    );
    made.setAttribute('aria-disabled', String(!canChange || selection.offsets.size === 0));
    return made;
  }

  #rove(): void {
    for (const chip of this.element.querySelectorAll<HTMLElement>('[data-chip]'))
      chip.setAttribute('tabindex', chip.dataset.chip === this.#focus ? '0' : '-1');
  }
}

/** The interface whose chip something happened on. */
export function chipAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-chip]')?.dataset.chip : undefined;
}
