import type { CellState } from '../map/mapData';
import type { MapMode, MapState, ToMap } from '../map/messages';
import type { FromMap, MapAction } from '../map/messagesFromMap';
import type { Selection } from '../map/selection';
import { ActionBar } from './actionBar';
import { AddressTable } from './addressTable';
import type { AddressView } from './addressView';
import { control } from './controls';
import { DetailLine } from './detailLine';
import { Chips } from './chips';
import { ColourPicker } from './colourPicker';
import { element, isFocusFree } from './element';
import { Header } from './header';
import type { Host } from './host';
import { KeptPlace } from './keptPlace';
import { Legend } from './legend';
import { MapGrid } from './mapGrid';
import { Model } from './model';
import { drawPng } from './drawPng';
import { Timeline } from './timeline';

type Opening = Extract<ToMap, { type: 'open' }>;

/** The whole page: header, legend, addresses as cells or as a table, what is known of one, what can be done. */
export class MapPage {
  readonly #model: Model;
  readonly #header: Header;
  readonly #legend: Legend;
  readonly #detail: DetailLine;
  readonly #actions: ActionBar;
  readonly #chips: Chips;
  readonly #colours: ColourPicker;
  readonly #timeline: Timeline;
  readonly #views: Readonly<Record<MapMode, AddressView>>;
  readonly #nothing = element('p', { class: 'nothing', role: 'status' });
  readonly #place: KeptPlace;
  #mode: MapMode;

  constructor(
    private readonly host: Host<FromMap, MapState>,
    opening: Opening,
  ) {
    this.#model = new Model(opening.texts, opening.language, opening.colour);
    this.#model.mayChange = opening.canChange;
    this.#mode = opening.mode;
    this.#place = new KeptPlace(host, this.#model, opening.key);
    this.#place.restore();
    const act = (action: MapAction): void => {
      // Of the past there is only its text to take.
      if (this.#model.past === undefined || action === 'copy')
        host.post({ type: 'act', action, offsets: [...this.#model.selection.offsets] });
    };
    const onto = (networkInterfaceNo: string): void => {
      const offsets = [...this.#model.selection.offsets];
      if (this.#model.canChange && offsets.length > 0) host.post({ type: 'onto', networkInterfaceNo, offsets });
    };
    const grid = new MapGrid(this.#model);
    this.#header = new Header(
      opening.texts,
      opening.language,
      (mode) => this.#switchTo(mode),
      (format) => host.post({ type: 'export', format, columns: grid.columns, unfolded: [...this.#model.unfolded] }),
    );
    this.#chips = new Chips(this.#model, onto);
    this.#colours = new ColourPicker(this.#model, (colour) => {
      this.#model.colourBy(colour);
      this.#drawAll(false);
      this.#view.paintAll();
      host.post({ type: 'colour', colour });
    });
    this.#timeline = new Timeline(this.#model, (past) => {
      const changed = this.#model.goTo(past);
      this.#drawAll(false);
      this.#view.paint(changed);
    });
    this.#legend = new Legend(this.#model, (state) => this.#filter(state));
    this.#detail = new DetailLine(this.#model);
    this.#actions = new ActionBar(this.#model, act);
    this.#views = { map: grid, table: new AddressTable(this.#model) };
    for (const view of Object.values(this.#views)) {
      control(view, this.#model, {
        act,
        onto,
        onAim: (chip) => this.#chips.aim(chip),
        onSelect: (selection) => this.#select(selection),
        onFocus: () => {
          this.#detail.show(this.#model.focus);
          this.#keep();
        },
        onHover: (offset) => this.#detail.show(offset ?? this.#model.focus),
        onTyped: (text, isFound) => this.#detail.say(text, isFound),
      });
      view.element.addEventListener('scroll', () => this.#keep(), { passive: true });
    }
    const views = Object.values(this.#views).map((view) => view.element);
    document.body.replaceChildren(
      this.#header.element,
      element(
        'main',
        {},
        this.#legend.element,
        element('div', { class: 'tools' }, this.#timeline.element, this.#colours.element),
        this.#nothing,
        ...views,
        this.#chips.element,
        this.#detail.element,
        this.#actions.element,
      ),
    );
    this.#switchTo(this.#mode, true);
    window.addEventListener('focus', () => this.#takeFocus());
  }

  take(message: Exclude<ToMap, Opening | { type: 'live' }>): void {
    const model = this.#model;
    switch (message.type) {
      case 'head':
        model.mayChange = message.canChange;
        this.#header.head.draw(message);
        this.#actions.draw();
        this.#chips.draw();
        break;
      case 'data':
        model.take(message.data);
        this.#show(undefined);
        this.#drawAll(true);
        this.#place.scrollBack(this.#view.element);
        this.#takeFocus();
        break;
      case 'patch': {
        const offsets = model.patch(message);
        this.#drawAll(false);
        this.#view.paint(offsets, true);
        break;
      }
      case 'none':
        model.take(undefined);
        this.#show(message.text);
        this.#drawAll(true);
        break;
      case 'history': {
        const changed = model.takeHistory(message.history);
        this.#drawAll(false);
        this.#view.paint(changed);
        break;
      }
      case 'draw':
        void drawPng(message.svg).then((png) => this.host.post({ type: 'png', png }));
        break;
      case 'reveal':
        this.#view.focus(message.offset);
        break;
    }
  }

  setLive(liveUntil: number | undefined): void {
    this.#header.head.setLive(liveUntil);
  }

  /** Who comes to the page by keyboard is at the addresses, not before them. */
  #takeFocus(): void {
    if (isFocusFree() && this.#model.cells) this.#view.focus(this.#model.focus);
  }

  get #view(): AddressView {
    return this.#views[this.#mode];
  }

  /** Shows the addresses, or why there are none: of another account nothing may be left. */
  #show(nothing: string | undefined): void {
    this.#nothing.textContent = nothing ?? '';
    document.body.classList.toggle('is-empty', nothing !== undefined);
  }

  #drawAll(isOther: boolean): void {
    this.#legend.draw();
    this.#view.draw(isOther);
    this.#detail.show(this.#model.focus);
    this.#actions.draw();
    this.#chips.draw();
    this.#colours.draw();
    this.#timeline.draw();
  }

  #select(selection: Selection): void {
    const before = this.#model.selection;
    this.#model.selection = selection;
    this.#view.paint(before.offsets.symmetricDifference(selection.offsets));
    this.#actions.draw();
    this.#chips.draw();
    this.#keep();
  }

  #filter(state: CellState | undefined): void {
    this.#model.filter = state;
    this.#legend.draw();
    this.#view.draw(true);
    this.#keep();
  }

  #switchTo(mode: MapMode, isFirst = false): void {
    this.#mode = mode;
    this.#header.choose(mode);
    for (const [name, { element }] of Object.entries(this.#views)) element.hidden = name !== mode;
    this.#view.draw(true);
    if (isFirst) return;
    this.#view.focus(this.#model.focus);
    this.host.post({ type: 'mode', mode });
  }

  #keep(): void {
    this.#place.keep(this.#view.element.scrollTop);
  }
}
