import { findHolders } from '../../map/findTyped';
import type { MapData, MapHolder } from '../../map/mapData';
import { holderTints } from '../../map/tints';
import { button, element, filled, rove } from '../element';
import type { Model } from '../model';

/** So many stand there at once; a text that is typed brings out others. */
const mostChips = 40;
/** Fewer are found by looking. */
const leastToFind = 12;

/**
 * The interfaces of the subnet, with the colours that their cells have: selected cells are dragged onto one, or it is
 * pressed. One of them takes part in the order of the key Tab, the arrows lead to the others, as in a toolbar of ARIA. Where
 * there are many, a field before them finds some by name, server, number or address.
 */
export class Chips {
  readonly #field = element('input', { type: 'search', spellcheck: false });
  readonly #bar = element('div', { class: 'bar-of-chips', role: 'toolbar' });
  readonly #rest = element('span', { class: 'more', role: 'status' });
  readonly element = element('div', { class: 'chips' }, this.#field, this.#bar, this.#rest);
  #data: MapData | undefined;
  #found: readonly MapHolder[] = [];

  constructor(
    private readonly model: Model,
    private readonly onto: (networkInterfaceNo: string) => void,
  ) {
    this.#bar.ariaLabel = model.texts.chips;
    this.#field.ariaLabel = model.texts.findChip;
    this.#field.placeholder = model.texts.findChip;
    this.#field.addEventListener('input', () => {
      this.#data = undefined;
      this.draw();
    });
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.#chips[0]?.focus();
    });
    this.#bar.addEventListener('focusin', ({ target }) => rove(this.#bar, target as Element));
    this.#bar.addEventListener('keydown', (event) => this.#press(event));
  }

  /** Draws the interfaces that are looked for. */
  draw(): void {
    const { data, cells, texts, colourMode } = this.model;
    const holders = data?.holders ?? [];
    this.element.hidden = holders.length === 0;
    if (holders.length === 0) this.#field.value = '';
    this.#field.hidden = holders.length < leastToFind;
    if (cells && this.#data !== data) this.#found = findHolders(holders, cells, this.#field.value);
    this.#data = data;
    const tintOf = holderTints({ holders }, colourMode);
    const focus = this.#stop?.dataset.chip;
    const hadFocus = this.#bar.contains(document.activeElement);
    this.#bar.replaceChildren(...this.#found.slice(0, mostChips).map((holder) => this.#chip(holder, tintOf(holder))));
    const rest = this.#found.length - mostChips;
    const more = rest > 0 ? filled(texts.moreChips, this.model.number(rest)) : '';
    this.#rest.textContent = this.#found.length === 0 ? filled(texts.noChip, this.#field.value) : more;
    const stop = this.#chips.find((chip) => chip.dataset.chip === focus) ?? this.#chips[0];
    rove(this.#bar, stop);
    if (hadFocus) stop?.focus();
    this.ready();
  }

  /** Shows whether something is selected that could be put onto one. */
  ready(): void {
    this.element.classList.toggle('is-ready', this.model.canChange && this.model.selection.offsets.size > 0);
  }

  /** Marks the chip that something is over. */
  aim(networkInterfaceNo: string | undefined): void {
    for (const chip of this.#chips) chip.classList.toggle('is-aim', chip.dataset.chip === networkInterfaceNo);
  }

  get #chips(): HTMLElement[] {
    return [...this.#bar.querySelectorAll<HTMLElement>('[data-chip]')];
  }

  get #stop(): HTMLElement | undefined {
    return this.#chips.find(({ tabIndex }) => tabIndex === 0);
  }

  #chip({ networkInterfaceNo, title, secondaries }: MapHolder, tint: number | undefined): HTMLElement {
    const { texts } = this.model;
    return button(
      { 'data-chip': networkInterfaceNo, tabindex: -1, title: texts.onto },
      () => this.onto(networkInterfaceNo),
      ...(tint === undefined ? [] : [element('span', { class: `cell is-tint-${tint}`, 'aria-hidden': true })]),
      element('span', {}, filled(texts.chip, title, secondaries.length)),
    );
  }

  #press(event: KeyboardEvent): void {
    const chips = this.#chips;
    const at = chips.findIndex(({ tabIndex }) => tabIndex === 0);
    const to = new Map([
      ['ArrowLeft', at - 1],
      ['ArrowRight', at + 1],
      ['Home', 0],
      ['End', chips.length - 1],
    ]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    chips[to]?.focus();
  }
}

/** The interface whose chip something happened on. */
export function chipAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-chip]')?.dataset.chip : undefined;
}
