import { element } from './element';

/** Rows kept beside those that are seen, so that a scroll finds them drawn. */
const beside = 6;
/** They come so much (ms) later than a first sight, whose frame does not wait for them. */
const besideMs = 100;

/** What a list is made of: each row is drawn when it comes into sight and dropped when it leaves. */
export interface RowSource {
  readonly count: number;
  /** The same thing has the same key in every layout: its row is moved, not drawn again. */
  key(index: number): string;
  /** `spare`: a row that is needed no more, to be drawn over instead of making another one. */
  draw(index: number, spare?: HTMLElement): HTMLElement;
  /** Called for a row that stays, when its place is another. */
  place(row: HTMLElement, index: number): void;
}

interface Drawn {
  readonly row: HTMLElement;
  index: number;
}

/** The rows of a scroller that are in sight, and the one that has the focus: no other is in the document. */
export class VirtualRows {
  readonly body: HTMLElement;
  #source: RowSource | undefined;
  #drawn = new Map<string, Drawn>();
  #isAsked = false;
  /** The row that stays wherever the scroller is: a focus that leaves the document is lost. */
  pinned = 0;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly height: number,
    role: 'rowgroup' | 'presentation' = 'rowgroup',
  ) {
    this.body = element('div', { class: 'rows', role });
    scroller.append(this.body);
    scroller.addEventListener('scroll', () => this.#ask(), { passive: true });
    new ResizeObserver(() => this.update()).observe(scroller);
  }

  /** Rows that fit into what is seen. */
  get page(): number {
    return Math.max(1, Math.floor(this.scroller.clientHeight / this.height) - 1);
  }

  /** Shows other rows; `isOther`: those that are drawn say nothing of them. */
  show(source: RowSource, isOther: boolean): void {
    this.#source = source;
    this.body.style.height = `${source.count * this.height}px`;
    if (isOther) this.clear();
    this.update(true);
    setTimeout(() => this.#ask(), besideMs);
  }

  /** Drops every row. */
  clear(): void {
    this.#drawn.clear();
    this.body.replaceChildren();
  }

  /** Scrolls as little as it takes to see a row, and draws it. */
  reveal(index: number): void {
    this.pinned = index;
    const top = index * this.height + this.body.offsetTop;
    const { scrollTop, clientHeight } = this.scroller;
    if (top - this.body.offsetTop < scrollTop) this.scroller.scrollTop = top - this.body.offsetTop;
    else if (top + this.height > scrollTop + clientHeight) this.scroller.scrollTop = top + this.height - clientHeight;
    this.update();
  }

  /** A row in the document. */
  row(index: number): HTMLElement | undefined {
    const drawn = this.#source && index < this.#source.count ? this.#drawn.get(this.#source.key(index)) : undefined;
    return drawn?.row;
  }

  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      this.update(false, true);
    });
  }

  /** Draws what came into sight, on request with what is beside it, and drops what is farther away. */
  update(isMoved = false, isWhole = false): void {
    const { height } = this;
    const source = this.#source;
    if (!source) return;
    const { scrollTop, clientHeight } = this.scroller;
    const top = scrollTop - this.body.offsetTop;
    const first = Math.floor(top / height);
    const last = Math.ceil((top + clientHeight) / height) - 1;
    const wanted = new Map<string, number>();
    const want = (index: number): void => {
      if (index >= 0 && index < source.count) wanted.set(source.key(index), index);
    };
    for (let index = first - beside; index <= last + beside; index++) want(index);
    want(this.pinned);
    const spares: HTMLElement[] = [];
    for (const [key, { row }] of this.#drawn) {
      if (wanted.has(key)) continue;
      // One that has the keyboard must not lead it to another place.
      if (row.contains(document.activeElement)) row.remove();
      else spares.push(row);
      this.#drawn.delete(key);
    }
    for (const [key, index] of wanted) {
      const known = this.#drawn.get(key);
      if (known?.index === index && !isMoved) continue;
      const isSeen = (index >= first && index <= last) || index === this.pinned;
      if (!known && !isSeen && !isWhole) continue;
      const row = known?.row ?? source.draw(index, spares.at(-1));
      if (row === spares.at(-1)) spares.pop();
      if (known) known.index = index;
      else this.#drawn.set(key, { row, index });
      source.place(row, index);
      row.style.transform = `translateY(${index * height}px)`;
      if (!row.isConnected) this.body.append(row);
    }
    for (const row of spares) row.remove();
  }
}
