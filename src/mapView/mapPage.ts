import type { CellState } from '../map/mapData';
import type { MapMode, MapState, ToMap } from '../map/messages';
import type { FromMap, MapAction } from '../map/messagesFromMap';
import type { Selection } from '../map/selection';
import { AddressTable } from './addressTable';
import type { AddressView } from './addressView';
import { control } from './controls';
import { drawPng } from './drawPng';
import { isFocusFree } from './element';
import type { Host } from './host';
import { KeptPlace } from './keptPlace';
import { MapFrame } from './mapFrame';
import { MapGrid } from './mapGrid';
import { Model } from './model';

type Opening = Extract<ToMap, { type: 'open' }>;

/** The whole page: addresses as cells or as a table, and what stands around them. */
export class MapPage {
  readonly #model: Model;
  readonly #frame: MapFrame;
  readonly #views: Readonly<Record<MapMode, AddressView>>;
  readonly #place: KeptPlace;
  #mode: MapMode;

  constructor(
    private readonly host: Host<FromMap, MapState>,
    opening: Opening,
  ) {
    const model = new Model(opening.texts, opening.language, opening.colour);
    this.#model = model;
    model.mayChange = opening.canChange;
    this.#mode = opening.mode;
    this.#place = new KeptPlace(host, model, opening.key);
    this.#place.restore();
    const act = (action: MapAction): void => {
      // Of the past there is only its text to take.
      if (model.past === undefined || action === 'copy')
        host.post({ type: 'act', action, offsets: [...model.selection.offsets] });
    };
    const onto = (networkInterfaceNo: string): void => {
      const offsets = [...model.selection.offsets];
      if (model.canChange && offsets.length > 0) host.post({ type: 'onto', networkInterfaceNo, offsets });
    };
    const grid = new MapGrid(model);
    this.#views = { map: grid, table: new AddressTable(model) };
    const views = Object.values(this.#views);
    const scrollers = views.map((view) => view.element);
    this.#frame = new MapFrame(model, scrollers, {
      act,
      onto,
      onMode: (mode) => this.#switchTo(mode),
      onSave: (format) => host.post({ type: 'export', format, columns: grid.columns, unfolded: [...model.unfolded] }),
      onColour: (colour) => {
        model.colourBy(colour);
        this.#drawAll(false);
        this.#view.paintAll();
        host.post({ type: 'colour', colour });
      },
      onTime: (past) => this.#repaint(model.goTo(past)),
      onFilter: (state) => this.#filter(state),
    });
    const { chips, detail } = this.#frame;
    for (const view of views) {
      control(view, model, {
        act,
        onto,
        onAim: (chip) => chips.aim(chip),
        onSelect: (selection) => this.#select(selection),
        onFocus: () => {
          detail.show(model.focus);
          this.#keep();
        },
        onHover: (offset) => detail.show(offset ?? model.focus),
        onTyped: (text, isFound) => {
          detail.show(model.focus);
          detail.say(text, isFound);
        },
      });
      view.element.addEventListener('scroll', () => this.#keep(), { passive: true });
    }
    this.#switchTo(this.#mode, true);
    window.addEventListener('focus', () => this.#takeFocus());
  }

  take(message: Exclude<ToMap, Opening | { type: 'live' }>): void {
    const model = this.#model;
    switch (message.type) {
      case 'head':
        model.mayChange = message.canChange;
        this.#frame.header.head.draw(message);
        this.#frame.drawSelection();
        break;
      case 'data':
        model.take(message.data);
        this.#frame.show(undefined);
        this.#drawAll(true);
        this.#place.scrollBack(this.#view.element);
        this.#takeFocus();
        break;
      case 'patch':
        this.#repaint(model.patch(message), true);
        break;
      case 'none':
        model.take(undefined);
        this.#frame.show(message.text);
        this.#drawAll(true);
        break;
      case 'history':
        this.#repaint(model.takeHistory(message.history));
        break;
      case 'draw':
        void drawPng(message.svg).then((png) => this.host.post({ type: 'png', png }));
        break;
      case 'reveal':
        this.#view.focus(message.offset, true);
        break;
    }
  }

  setLive(liveUntil: number | undefined): void {
    this.#frame.header.head.setLive(liveUntil);
  }

  /** Who comes to the page by keyboard is at the addresses, not before them. */
  #takeFocus(): void {
    if (isFocusFree() && this.#model.cells) this.#view.focus(this.#model.focus);
  }

  get #view(): AddressView {
    return this.#views[this.#mode];
  }

  #drawAll(isOther: boolean): void {
    this.#frame.draw();
    this.#view.draw(isOther);
  }

  /** Draws what is another, and of the addresses only these. */
  #repaint(offsets: Iterable<number>, isNews = false): void {
    this.#drawAll(false);
    this.#view.paint(offsets, isNews);
  }

  #select(selection: Selection): void {
    const before = this.#model.selection;
    this.#model.selection = selection;
    this.#view.paint(before.offsets.symmetricDifference(selection.offsets));
    this.#frame.drawSelection();
    this.#keep();
  }

  #filter(state: CellState | undefined): void {
    this.#model.filter = state;
    this.#frame.drawLegend();
    this.#view.draw(true);
    this.#keep();
  }

  #switchTo(mode: MapMode, isFirst = false): void {
    this.#mode = mode;
    this.#frame.header.choose(mode);
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
