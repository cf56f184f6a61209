import type { CellKind } from '../map/mapData';
import type { MapMode, MapState, ToMap } from '../map/messages';
import type { FromMap } from '../map/messagesFromMap';
import { noSelection, only, type Selection } from '../map/selection';
import { AddressTable } from './addressTable';
import type { AddressView } from './addressView';
import { control } from './controls';
import { drawPng } from './drawPng';
import { filled, isFocusFree } from './element';
import type { Host } from './host';
import { KeptPlace } from './keptPlace';
import { MapFrame } from './frame/mapFrame';
import { MapGrid } from './mapGrid';
import { Model } from './model';
import { requestsTo } from './requests';
import { takeBackByEscape } from './takeBack';

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
    const select = (selection: Selection): void => this.#select(selection);
    const { act, onto, save } = requestsTo(host, model, { dropHidden: () => this.#dropHidden(), select });
    const grid = new MapGrid(model);
    this.#views = { map: grid, table: new AddressTable(model) };
    const views = Object.values(this.#views);
    this.#frame = new MapFrame(model, views, {
      act,
      onto,
      onMode: (mode) => this.#switchTo(mode),
      onSave: (format) => save(format, grid.columns),
      onColour: (colour) => {
        model.colourBy(colour);
        this.#drawAll(true);
        host.post({ type: 'colour', colour });
      },
      onTime: (past) => this.#repaint(model.lookBack(past)),
      onFilter: (kind) => this.#filter(kind),
    });
    const { chips, detail } = this.#frame;
    for (const view of views) {
      control(view, model, {
        act,
        onto,
        onAim: (chip) => chips.aim(chip),
        onSelect: select,
        onFocus: () => {
          this.#frame.follow();
          this.#keep();
        },
        onHover: (offset) => detail.show(offset ?? model.focus),
        onSay: (text) => detail.say(text),
      });
      this.#place.watch(view.element);
    }
    this.#switchTo(this.#mode, true);
    window.addEventListener('focus', () => this.#takeFocus());
    takeBackByEscape(model, {
      selection: () => select(noSelection),
      filter: () => {
        this.#filter(undefined);
        detail.say(model.texts.allShown);
      },
    });
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
        this.#reveal(message.offset);
        break;
    }
  }

  setLive(liveUntil: number | undefined): void {
    this.#frame.header.head.setLive(liveUntil);
  }

  /** Who comes to the page by keyboard is at the addresses, not before them, and they stay where they are scrolled to. */
  #takeFocus(): void {
    const view = isFocusFree() && this.#model.cells ? this.#view.element : undefined;
    view?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }

  get #view(): AddressView {
    return this.#views[this.#mode];
  }

  #drawAll(isOther: boolean): void {
    this.#frame.draw();
    this.#view.draw(isOther);
    this.#dropHidden();
  }

  /** Draws what is another, and of the addresses only these. */
  #repaint(offsets: Iterable<number>, isNews = false): void {
    this.#drawAll(false);
    this.#view.paint(offsets, isNews);
  }

  /** Shows an address, whatever the filter would hide. */
  #reveal(offset: number): void {
    const model = this.#model;
    const isHidden = model.wanted?.(offset) === false;
    if (isHidden) this.#filter(undefined);
    this.#view.focus(offset, true);
    if (isHidden) this.#frame.detail.say(filled(model.texts.relaxed, model.cells?.address(offset) ?? ''));
  }

  #select(selection: Selection): void {
    const before = this.#model.selection;
    this.#model.selection = selection;
    this.#view.paint(before.offsets.symmetricDifference(selection.offsets));
    this.#frame.drawSelection();
    this.#keep();
  }

  /** What is not looked for leaves the selection: nobody changes what they do not see. */
  #filter(kind: CellKind | undefined): void {
    const model = this.#model;
    const view = this.#view;
    const hadFocus = view.element.contains(document.activeElement);
    model.filter = kind;
    view.draw(true);
    if (hadFocus) view.focus(model.focus);
    this.#frame.follow();
    if (model.wanted) this.#leave(model.wanted);
    this.#keep();
  }

  /** Under a filter, what it hides leaves the selection. */
  #dropHidden(): void {
    const { wanted } = this.#model;
    if (wanted) this.#leave((offset) => wanted(offset) || this.#view.shows(offset));
  }

  /** Leaves only these selected. */
  #leave(isLeft: (offset: number) => boolean): void {
    const left = only(this.#model.selection, isLeft);
    if (left !== this.#model.selection) this.#select(left);
  }

  #switchTo(mode: MapMode, isFirst = false): void {
    this.#mode = mode;
    this.#frame.header.choose(mode);
    for (const [name, { element }] of Object.entries(this.#views)) element.hidden = name !== mode;
    this.#view.draw(true);
    this.#dropHidden();
    if (isFirst) return;
    this.#view.focus(this.#model.focus);
    this.host.post({ type: 'mode', mode });
  }

  #keep(): void {
    this.#place.keep(this.#view.element.scrollTop);
  }
}
