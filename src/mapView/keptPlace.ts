import type { MapState } from '../map/messages';
import type { Host } from './host';
import type { Model } from './model';

/**
 * Where somebody is in a map and what is selected, kept by VS Code while the page is hidden; the rest comes from the extension.
 * Of another map nothing is taken up.
 */
export class KeptPlace {
  #top = 0;

  constructor(
    private readonly host: Pick<Host<never, MapState>, 'keep' | 'kept'>,
    private readonly model: Model,
    private readonly key: MapState['key'],
  ) {}

  restore(): void {
    const kept = this.host.kept();
    // Both come out of the same schema, in the same order.
    if (!kept || JSON.stringify(kept.key) !== JSON.stringify(this.key)) return;
    const { model } = this;
    model.focus = kept.focus ?? 0;
    model.filter = kept.filter;
    model.chosenNo = kept.chosen;
    model.sort = kept.sort ?? model.sort;
    model.selection = { offsets: new Set(kept.selected), anchor: kept.focus };
    for (const offset of kept.unfolded ?? []) model.unfolded.add(offset);
    this.#top = kept.top ?? 0;
  }

  /** Keeps what becomes of a view without a focus that moves: where it is scrolled to, and in which order it is. */
  watch(view: HTMLElement): void {
    for (const event of ['scroll', 'click'])
      view.addEventListener(event, () => this.keep(view.scrollTop), { passive: true });
  }

  /** `top`: how far the addresses are scrolled, in px. */
  keep(top: number): void {
    const { focus, selection, filter, chosenNo: chosen, sort, unfolded } = this.model;
    const { key } = this;
    this.host.keep({
      key,
      focus,
      top: Math.round(top),
      selected: [...selection.offsets],
      filter,
      chosen,
      sort,
      unfolded: [...unfolded],
    });
  }

  /** Once: afterwards whoever scrolls decides. */
  scrollBack(view: HTMLElement): void {
    if (this.#top > 0) view.scrollTop = this.#top;
    this.#top = 0;
  }
}
