import type { CellKind } from '../../map/mapData';
import type { MapMode } from '../../map/messages';
import type { MapAction } from '../../map/messagesFromMap';
import type { ColourMode } from '../../map/tints';
import { ActionBar } from './actionBar';
import type { AddressView } from '../addressView';
import { Chips } from './chips';
import { ColourPicker } from './colourPicker';
import { DetailLine } from './detailLine';
import { element } from '../element';
import { Header } from './header';
import { Legend } from './legend';
import type { Model } from '../model';
import { Timeline } from './timeline';

/** What somebody may do around the addresses. */
export interface FrameEvents {
  readonly act: (action: MapAction) => void;
  readonly onto: (networkInterfaceNo: string) => void;
  readonly onMode: (mode: MapMode) => void;
  readonly onSave: (format: 'svg' | 'png') => void;
  readonly onColour: (colour: ColourMode) => void;
  readonly onTime: (past: number | undefined) => void;
  readonly onFilter: (kind: CellKind | undefined) => void;
}

/** All that stands around the addresses: header, legend, time and colours, interfaces, what is known, what can be done. */
export class MapFrame {
  readonly header: Header;
  readonly detail: DetailLine;
  readonly chips: Chips;
  readonly #legend: Legend;
  readonly #actions: ActionBar;
  readonly #colours: ColourPicker;
  readonly #timeline: Timeline;
  readonly #nothing = element('p', { class: 'nothing', role: 'status' });

  /** Fills the page; `views`: where the addresses are. */
  constructor(
    private readonly model: Model,
    views: readonly Pick<AddressView, 'element'>[],
    events: FrameEvents,
  ) {
    this.header = new Header(model.texts, model.language, events.onMode, events.onSave);
    this.detail = new DetailLine(model);
    this.chips = new Chips(model, events.onto);
    this.#legend = new Legend(model, events.onFilter);
    this.#actions = new ActionBar(model, events.act);
    this.#colours = new ColourPicker(model, events.onColour);
    this.#timeline = new Timeline(model, events.onTime);
    document.body.replaceChildren(
      this.header.element,
      element(
        'main',
        {},
        this.#legend.element,
        element('div', { class: 'tools' }, this.#timeline.element, this.#colours.element),
        this.#nothing,
        ...views.map((view) => view.element),
        this.chips.element,
        this.detail.element,
        this.#actions.element,
      ),
    );
  }

  draw(): void {
    this.#legend.draw();
    this.#timeline.draw();
    this.#colours.draw();
    this.chips.draw();
    this.detail.show(this.model.focus);
    this.#actions.draw();
  }

  /** What follows from where the keyboard is. */
  follow(): void {
    this.#legend.draw();
    this.detail.follow();
  }

  /** What follows from another selection, or from whether something may be changed. */
  drawSelection(): void {
    this.chips.ready();
    this.#actions.draw();
  }

  /** Shows the addresses, or why there are none: of another account nothing may be left. */
  show(nothing: string | undefined): void {
    this.#nothing.textContent = nothing ?? '';
    document.body.classList.toggle('is-empty', nothing !== undefined);
  }
}
