import { actableOf, isUnheld } from '../../map/actable';
import type { MapAction } from '../../map/messagesFromMap';
import { button, element, filled } from '../element';
import type { Model } from '../model';

/** What can be done with the selection. Each change asks and is reviewed as always: here it is only begun. */
export class ActionBar {
  readonly element = element('footer', { class: 'actions' });
  readonly #count = element('span', { class: 'selected', role: 'status' });
  readonly #buttons: ReadonlyMap<MapAction, HTMLButtonElement>;

  constructor(
    private readonly model: Model,
    act: (action: MapAction) => void,
  ) {
    const named = ['assign', 'move', 'unassign', 'copyAs', 'copy'] as const;
    this.#buttons = new Map(
      named.map((action) => [action, button({ 'data-action': action }, () => act(action), model.texts[action])]),
    );
    this.element.append(this.#count, element('div', { class: 'buttons' }, ...this.#buttons.values()));
  }

  draw(): void {
    const { model } = this;
    const { cells, selection, texts, canChange } = model;
    const { assign, move, copyAs } = cells ? actableOf(cells, selection.offsets) : { assign: [], move: [], copyAs: [] };
    const counts: Partial<Record<MapAction, number>> = {
      assign: canChange ? assign.length : 0,
      move: canChange ? move.length : 0,
      unassign: canChange ? move.length : 0,
      copyAs: model.past === undefined ? copyAs.length : 0,
      copy: selection.offsets.size,
    };
    for (const [action, button] of this.#buttons) button.disabled = !counts[action];
    const { size } = selection.offsets;
    const isTooMany =
      canChange && assign.length === 0 && [...selection.offsets].some((at) => cells && isUnheld(cells, at));
    const count = size === 0 ? texts.nothing : filled(texts.selected, model.number(size));
    this.#count.textContent = isTooMany ? `${count} · ${texts.tooMany}` : count;
    this.element.classList.toggle('is-idle', size === 0);
  }
}
