import type { OverviewTexts } from '../../map/overviewMessages';
import { element } from '../element';

/** What the parts of a bar mean. */
export function overviewLegend({ used, reserved, unseen, whyUnseen }: OverviewTexts): HTMLElement {
  const entry = (name: string, text: string, title?: string): HTMLElement =>
    element(
      'span',
      { class: 'key', title },
      element('span', { class: `part is-${name}-part`, 'aria-hidden': true }),
      text,
    );
  return element(
    'div',
    { class: 'legend' },
    entry('used', used),
    entry('reserved', reserved),
    entry('unseen', unseen, whyUnseen),
  );
}
