import type { OverviewSort } from '../../map/overviewData';
import type { OverviewTexts } from '../../map/overviewMessages';
import { button, element } from '../element';

/** The orders of an overview, of which one is pressed. */
export class SortButtons {
  readonly #buttons: ReadonlyMap<OverviewSort, HTMLButtonElement>;
  readonly element: HTMLElement;

  constructor(texts: OverviewTexts, first: OverviewSort, onChoose: (sort: OverviewSort) => void) {
    const labels: Readonly<Record<OverviewSort, string>> = { address: texts.byAddress, fullness: texts.byFullness };
    const choice = (sort: OverviewSort): HTMLButtonElement =>
      button(
        { 'data-sort': sort },
        () => {
          this.#press(sort);
          onChoose(sort);
        },
        labels[sort],
      );
    const sorts: readonly OverviewSort[] = ['address', 'fullness'];
    this.#buttons = new Map(sorts.map((sort) => [sort, choice(sort)]));
    this.element = element('div', { class: 'modes', role: 'group' }, ...this.#buttons.values());
    this.#press(first);
  }

  #press(sort: OverviewSort): void {
    for (const [one, button] of this.#buttons) button.ariaPressed = String(one === sort);
  }
}
