import { cellKinds, type CellKind } from '../../map/mapData';
import { badge } from '../cell';
import { button, element } from '../element';
import type { Model } from '../model';

/** What the colours, shapes and letters mean, with how many there are; a click brings one out. */
export class Legend {
  readonly element = element('div', { class: 'legend', role: 'group' });
  readonly #buttons = new Map<CellKind, HTMLButtonElement>();

  constructor(
    private readonly model: Model,
    onFilter: (kind: CellKind | undefined) => void,
  ) {
    this.element.ariaLabel = model.texts.legend;
    for (const kind of cellKinds) {
      const entry = button(
        { title: kind === 'unseen' ? model.texts.whyUnseen : undefined },
        () => onFilter(model.filter === kind ? undefined : kind),
        badge(kind),
        element('span', {}, model.texts.states[kind]),
        element('span', { class: 'count' }),
      );
      this.#buttons.set(kind, entry);
      this.element.append(entry);
    }
  }

  draw(): void {
    const { model } = this;
    const { cells, filter, chosen } = model;
    const ofChosen = chosen?.secondaries.filter((offset) => model.kind(offset) === 'chosen') ?? [];
    const counts = { ...cells?.counts, chosen: ofChosen.length };
    for (const [kind, button] of this.#buttons) {
      button.ariaPressed = String(filter === kind);
      const count = button.querySelector('.count');
      if (count) count.textContent = model.number(counts[kind] ?? 0);
      if (kind === 'chosen') button.title = chosen?.title ?? '';
    }
  }
}
