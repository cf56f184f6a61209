import { percentOf, type OverviewSubnet } from '../../map/overviewData';
import type { OverviewTexts } from '../../map/overviewMessages';
import { endsOf, stripOf, type OverviewRow, type RowPlace } from '../../map/overviewScene';
import { element, filled } from '../element';

/** Draws rows of an overview in the user's words. */
export class OverviewRows {
  constructor(
    private readonly texts: OverviewTexts,
    private readonly language: string,
  ) {}

  draw(row: OverviewRow | undefined): HTMLElement {
    const made = element('div', { role: 'treeitem', class: `row is-${row?.kind}`, tabindex: -1 });
    if (row) this.#paint(made, row);
    return made;
  }

  /** Where it stands in the tree. */
  place(made: HTMLElement, row: OverviewRow | undefined, place: RowPlace | undefined, index: number): void {
    if (!row || !place) return;
    const { level, position, count } = place;
    made.dataset.index = String(index);
    made.ariaLevel = String(level);
    made.ariaPosInSet = String(position);
    made.ariaSetSize = String(count);
    if (row.kind === 'vpc') made.ariaExpanded = String(row.isOpen);
  }

  #paint(made: HTMLElement, row: OverviewRow): void {
    switch (row.kind) {
      case 'vpc': {
        const strip = element('span', { class: 'strip', 'aria-hidden': true });
        for (const { from, to } of stripOf(row.vpc)) {
          const stretch = element('span');
          stretch.style.left = `${from * 100}%`;
          stretch.style.width = `${(to - from) * 100}%`;
          strip.append(stretch);
        }
        made.replaceChildren(
          element('span', { class: 'name' }, row.vpc.name),
          element('span', { class: 'cidr' }, row.vpc.cidr),
          strip,
          element('span', { class: 'share' }, row.vpc.size > 0 ? this.#left(row.unallocated) : ''),
        );
        break;
      }
      case 'subnet':
        made.dataset.subnet = row.subnet.subnetNo;
        made.replaceChildren(
          element('span', { class: 'name' }, row.subnet.name),
          element('span', { class: 'cidr' }, row.subnet.cidr),
          this.#bar(row.subnet),
          element('span', { class: 'percent' }, row.subnet.size > 0 ? this.#percent(row.subnet) : '–'),
          element('span', { class: 'share' }, this.#share(row.subnet)),
          element('span', { class: 'about' }, row.subnet.about),
        );
        break;
      case 'space':
        made.replaceChildren(element('span', { class: 'gap-text' }, this.#space(row)));
    }
  }

  #bar({ size, used, reserved }: OverviewSubnet): HTMLElement {
    const part = (name: string, count: number): HTMLElement => {
      const made = element('span', { class: `part is-${name}-part` });
      made.style.flexGrow = String(count);
      return made;
    };
    const unseen = Math.max(0, size - used - reserved);
    return element(
      'span',
      { class: 'bar', 'aria-hidden': true },
      ...(used > 0 ? [part('used', used)] : []),
      ...(reserved > 0 ? [part('reserved', reserved)] : []),
      ...(unseen > 0 ? [part('unseen', unseen)] : []),
    );
  }

  #space({ first, last }: Extract<OverviewRow, { kind: 'space' }>): string {
    return filled(this.texts.space, ...endsOf({ first, last }), this.#number(last - first + 1));
  }

  #left(count: number): string {
    return filled(this.texts.left, this.#number(count));
  }

  #share({ size, used, reserved }: OverviewSubnet): string {
    if (size === 0) return this.texts.unreadable;
    return filled(this.texts.share, this.#number(used), this.#number(size - reserved));
  }

  #percent(subnet: OverviewSubnet): string {
    return (percentOf(subnet) / 100).toLocaleString(this.language, { style: 'percent' });
  }

  #number(value: number): string {
    return value.toLocaleString(this.language);
  }
}
