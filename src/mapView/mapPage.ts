import type { CellState } from '../map/mapData';
import type { MapAction, MapMode, ToMap } from '../map/messages';
import type { Selection } from '../map/selection';
import { ActionBar } from './actionBar';
import { AddressTable } from './addressTable';
import type { AddressView } from './addressView';
import { control } from './controls';
import { DetailLine } from './detailLine';
import { element } from './element';
import { Header } from './header';
import type { Host } from './host';
import { Legend } from './legend';
import { MapGrid } from './mapGrid';
import { Model } from './model';

type Opening = Extract<ToMap, { type: 'open' }>;

/** The whole page: header, legend, addresses as cells or as a table, what is known of one, what can be done. */
export class MapPage {
  private readonly model: Model;
  private readonly header: Header;
  private readonly legend: Legend;
  private readonly detail: DetailLine;
  private readonly actions: ActionBar;
  private readonly views: Readonly<Record<MapMode, AddressView>>;
  private readonly nothing = element('p', { class: 'nothing', role: 'status' });
  private mode: MapMode;

  constructor(
    private readonly host: Host,
    private readonly opening: Opening,
  ) {
    this.model = new Model(opening.texts, opening.language);
    this.model.canChange = opening.canChange;
    this.mode = opening.mode;
    this.restore();
    const act = (action: MapAction): void =>
      host.post({ type: 'act', action, offsets: [...this.model.selection.offsets] });
    const grid = new MapGrid(this.model);
    const save = (): void => host.post({ type: 'export', columns: grid.columns, unfolded: [...this.model.unfolded] });
    this.header = new Header(opening.texts, (mode) => this.switchTo(mode), save);
    this.legend = new Legend(this.model, (state) => this.filter(state));
    this.detail = new DetailLine(this.model);
    this.actions = new ActionBar(this.model, act);
    this.views = { map: grid, table: new AddressTable(this.model) };
    for (const view of Object.values(this.views)) {
      control(view, this.model, {
        act,
        onSelect: (selection) => this.select(selection),
        onFocus: () => {
          this.detail.show(this.model.focus);
          this.keep();
        },
        onHover: (offset) => this.detail.show(offset ?? this.model.focus),
        onTyped: (text, isFound) => this.detail.say(text, isFound),
      });
      view.element.addEventListener('scroll', () => this.keep(), { passive: true });
    }
    const views = Object.values(this.views).map((view) => view.element);
    const { legend, nothing, detail, actions } = this;
    document.body.replaceChildren(
      this.header.element,
      element('main', {}, legend.element, nothing, ...views, detail.element, actions.element),
    );
    this.switchTo(this.mode, true);
    window.addEventListener('focus', () => this.takeFocus());
  }

  take(message: Exclude<ToMap, Opening>): void {
    const { model } = this;
    switch (message.type) {
      case 'head':
        model.canChange = message.canChange;
        this.header.draw(message);
        this.actions.draw();
        break;
      case 'data':
        model.take(message.data);
        this.show(undefined);
        this.drawAll(true);
        this.scrollBack();
        this.takeFocus();
        break;
      case 'patch': {
        const offsets = model.patch(message);
        this.drawAll(false);
        this.view.paint(offsets, true);
        break;
      }
      case 'none':
        model.data = model.cells = undefined;
        this.show(message.text);
        this.drawAll(true);
        break;
      case 'reveal':
        this.view.focus(message.offset);
        break;
    }
  }

  /** Who comes to the page by keyboard is at the addresses, not before them. */
  private takeFocus(): void {
    const isFree = document.activeElement === document.body || document.activeElement === null;
    if (isFree && document.hasFocus() && this.model.cells) this.view.focus(this.model.focus);
  }

  private get view(): AddressView {
    return this.views[this.mode];
  }

  /** Shows the addresses, or why there are none: of another account nothing may be left. */
  private show(nothing: string | undefined): void {
    this.nothing.textContent = nothing ?? '';
    document.body.classList.toggle('is-empty', nothing !== undefined);
  }

  private drawAll(isOther: boolean): void {
    this.legend.draw();
    this.view.draw(isOther);
    this.detail.show(this.model.focus);
    this.actions.draw();
  }

  private select(selection: Selection): void {
    const before = this.model.selection;
    this.model.selection = selection;
    this.view.paint(before.offsets.symmetricDifference(selection.offsets));
    this.actions.draw();
    this.keep();
  }

  private filter(state: CellState | undefined): void {
    this.model.filter = state;
    this.legend.draw();
    this.view.draw(true);
    this.keep();
  }

  private switchTo(mode: MapMode, isFirst = false): void {
    this.mode = mode;
    this.header.choose(mode);
    for (const [name, { element }] of Object.entries(this.views)) element.hidden = name !== mode;
    this.view.draw(true);
    if (isFirst) return;
    this.view.focus(this.model.focus);
    this.host.post({ type: 'mode', mode });
  }

  /** Only where somebody is and what is selected: the rest comes from the extension. */
  private keep(): void {
    const { focus, selection, filter, unfolded } = this.model;
    const top = this.view.element.scrollTop;
    this.host.keep({
      key: this.opening.key,
      focus,
      top,
      selected: [...selection.offsets],
      filter,
      unfolded: [...unfolded],
    });
  }

  private restore(): void {
    const kept = this.host.kept();
    const { key } = this.opening;
    const isOurs =
      kept?.key.subnetNo === key.subnetNo &&
      kept.key.profileId === key.profileId &&
      kept.key.regionCode === key.regionCode;
    if (!isOurs) return;
    const { model } = this;
    model.focus = kept.focus ?? 0;
    model.filter = kept.filter;
    model.selection = { offsets: new Set(kept.selected), anchor: kept.focus };
    for (const offset of kept.unfolded ?? []) model.unfolded.add(offset);
    this.top = kept.top ?? 0;
  }

  private top = 0;

  private scrollBack(): void {
    if (this.top > 0) this.view.element.scrollTop = this.top;
    this.top = 0;
  }
}
