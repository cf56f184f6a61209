import type { OverviewData, OverviewSort } from '../../map/overviewData';
import type { FromOverview, OverviewState, ToOverview } from '../../map/overviewMessages';
import { layOutOverview, rowKey, type OverviewScene } from '../../map/overviewScene';
import { moveInTree, typedRow } from '../../map/moveInTree';
import { element, isFocusFree, rove } from '../element';
import { overviewLegend } from './overviewLegend';
import { SortButtons } from './sortButtons';
import type { Host } from '../host';
import { OverviewRows } from './overviewRow';
import { PageHead } from '../pageHead';
import { VirtualRows } from '../virtualRows';

type Opening = Extract<ToOverview, { type: 'open' }>;
const rowHeight = 32;
/** So long (ms) letters count as one text. */
const typingMs = 1_200;

/** The whole page: header with the order, what the bars mean, and the region as a tree of which only what is seen is drawn. */
export class OverviewPage {
  readonly #head: PageHead;
  readonly #tree = element('div', { class: 'scroller overview', role: 'tree' });
  readonly #rows = new VirtualRows(this.#tree, rowHeight, 'presentation');
  readonly #words: OverviewRows;
  readonly #order: SortButtons;
  readonly #nothing = element('p', { class: 'nothing', role: 'status' });
  readonly #closed = new Set<string>();
  #data: OverviewData | undefined;
  #scene: OverviewScene = { rows: [], places: [] };
  #sort: OverviewSort;
  /** The key of the row that the keyboard is at: it stays at it wherever it goes. */
  #focusKey = '';
  #focusIndex = 0;
  #top = 0;
  #typed = { text: '', at: 0 };

  constructor(
    private readonly host: Host<FromOverview, OverviewState>,
    private readonly opening: Opening,
  ) {
    const { texts, language, sort, key } = opening;
    this.#sort = sort;
    this.#head = new PageHead(texts.notLive, language);
    this.#words = new OverviewRows(texts, language);
    this.#tree.ariaLabel = texts.region;
    this.#order = new SortButtons(texts, sort, (wanted) => this.#sortBy(wanted));
    const kept = host.kept();
    if (kept?.key.profileId === key.profileId && kept.key.regionCode === key.regionCode) {
      this.#focusKey = kept.focus ?? '';
      this.#top = kept.top ?? 0;
      for (const vpcNo of kept.closed ?? []) this.#closed.add(vpcNo);
    }
    document.body.replaceChildren(
      element('header', {}, ...this.#head.parts, this.#order.element),
      element('main', {}, overviewLegend(texts), this.#nothing, this.#tree),
    );
    this.#tree.addEventListener('click', ({ target }) => this.#click(target));
    this.#tree.addEventListener('keydown', (event) => {
      if (this.#press(event)) event.preventDefault();
    });
    this.#tree.addEventListener('scroll', () => this.#keep(), { passive: true });
    new ResizeObserver(() => this.#draw(false)).observe(this.#tree);
    window.addEventListener('focus', () => this.#takeFocus());
  }

  take(message: Exclude<ToOverview, Opening | { type: 'live' }>): void {
    switch (message.type) {
      case 'head':
        this.#head.draw(message);
        break;
      case 'data': {
        const isFirst = !this.#data;
        this.#data = message.data;
        this.#show(message.data.vpcs.length === 0 ? this.opening.texts.empty : undefined);
        this.#draw(true);
        if (isFirst && this.#top > 0) this.#tree.scrollTop = this.#top;
        this.#takeFocus();
        break;
      }
      case 'none':
        this.#data = undefined;
        this.#show(message.text);
        this.#draw(true);
        break;
      case 'reveal':
        this.#goTo(this.#scene.rows.findIndex((row) => row.kind === 'vpc' && row.vpc.vpcNo === message.vpcNo));
        break;
    }
  }

  setLive(liveUntil: number | undefined): void {
    this.#head.setLive(liveUntil);
  }

  #show(nothing: string | undefined): void {
    this.#nothing.textContent = nothing ?? '';
    document.body.classList.toggle('is-empty', nothing !== undefined);
  }

  /** `isOther`: rows that are drawn say nothing of what is there now. */
  #draw(isOther: boolean): void {
    this.#scene = layOutOverview(this.#data ?? { vpcs: [] }, this.#sort, this.#closed);
    const { rows, places } = this.#scene;
    const at = rows.findIndex((row) => rowKey(row) === this.#focusKey);
    this.#focusIndex = Math.max(0, at < 0 ? Math.min(this.#focusIndex, rows.length - 1) : at);
    this.#rows.pinned = this.#focusIndex;
    const hadFocus = this.#tree.contains(document.activeElement);
    this.#rows.show(
      {
        count: rows.length,
        key: (index) => (rows[index] ? rowKey(rows[index]) : ''),
        draw: (index) => this.#words.draw(rows[index]),
        place: (row, index) => this.#words.place(row, rows[index], places[index], index),
      },
      isOther,
    );
    this.#rove();
    if (hadFocus) this.#rows.row(this.#focusIndex)?.focus({ preventScroll: true });
  }

  #click(target: EventTarget | null): void {
    const found = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    if (!found) return;
    this.#goTo(Number(found.dataset.index));
    this.#act();
  }

  /** Opens the map of the subnet at hand; opens or closes a VPC. */
  #act(): void {
    const row = this.#scene.rows[this.#focusIndex];
    if (row?.kind === 'subnet' && row.subnet.size > 0)
      this.host.post({ type: 'openSubnet', subnetNo: row.subnet.subnetNo });
    if (row?.kind === 'vpc') this.#toggle(row.vpc.vpcNo, !row.isOpen);
  }

  #press(event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, altKey, timeStamp } = event;
    if (ctrlKey || metaKey || altKey) return false;
    const isTyping = timeStamp - this.#typed.at < typingMs && this.#typed.text !== '';
    if (key === 'Enter' || (key === ' ' && !isTyping)) {
      this.#act();
      return true;
    }
    if (key.length === 1) {
      this.#typed = { text: (isTyping ? this.#typed.text : '') + key, at: timeStamp };
      const from = this.#focusIndex + (isTyping ? 0 : 1);
      const index = typedRow(this.#scene.rows, this.#typed.text, from);
      if (index !== undefined) this.#goTo(index);
      return true;
    }
    const move = moveInTree(this.#scene.rows, this.#focusIndex, { key, page: this.#rows.page });
    const row = this.#scene.rows[this.#focusIndex];
    if (move?.kind === 'go') this.#goTo(move.index);
    else if (move && row) this.#toggle(row.vpc.vpcNo, move.kind === 'open');
    return move !== undefined;
  }

  #toggle(vpcNo: string, isOpen: boolean): void {
    if (isOpen) this.#closed.delete(vpcNo);
    else this.#closed.add(vpcNo);
    this.#draw(false);
    this.#keep();
  }

  #goTo(index: number): void {
    const row = this.#scene.rows[index];
    if (!row) return;
    this.#focusIndex = index;
    this.#focusKey = rowKey(row);
    this.#rows.reveal(index);
    this.#rove();
    this.#rows.row(index)?.focus({ preventScroll: true });
    this.#keep();
  }

  #rove(): void {
    rove(this.#tree, this.#rows.row(this.#focusIndex));
  }

  #sortBy(sort: OverviewSort): void {
    this.#sort = sort;
    // Rows that stay would keep their order in the document, in which a screen reader reads them.
    this.#draw(true);
    this.host.post({ type: 'sort', sort });
  }

  #takeFocus(): void {
    if (isFocusFree() && this.#data) this.#goTo(this.#focusIndex);
  }

  #keep(): void {
    const { key } = this.opening;
    this.host.keep({ key, focus: this.#focusKey, top: this.#tree.scrollTop, closed: [...this.#closed] });
  }
}
