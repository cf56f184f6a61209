import { chipAt } from './frame/chips';
import { element, filled } from './element';
import type { Model } from './model';

/** So many pixels a press may slip and still be a click. */
const slip = 5;

/** What happens while selected cells are dragged. */
export interface DragEvents {
  onAim(networkInterfaceNo: string | undefined): void;
  onDrop(networkInterfaceNo: string): void;
  /** It ended outside of the page: over another map, or nowhere. */
  onMiss(): void;
  /** It was no drag: the press is a click on this cell. */
  onClick(): void;
}

/** Follows a press on a selected cell until it ends: over the chip of an interface, elsewhere, or by Escape. */
export function dragCells(model: Model, press: PointerEvent, events: DragEvents): void {
  const ended = new AbortController();
  const { signal } = ended;
  const label = element('div', { class: 'dragged', 'aria-hidden': true });
  let isDrag = false;
  const end = (): void => {
    ended.abort();
    label.remove();
    events.onAim(undefined);
  };
  document.addEventListener(
    'pointermove',
    (event) => {
      // It was let go where this page does not see it.
      if ((event.buttons & 1) === 0) {
        end();
        if (isDrag) events.onMiss();
        return;
      }
      const { clientX, clientY } = event;
      isDrag ||= Math.hypot(clientX - press.clientX, clientY - press.clientY) > slip;
      if (!isDrag) return;
      if (!label.isConnected) document.body.append(label);
      // A filter that is pressed meanwhile takes some away.
      label.textContent = filled(model.texts.selected, model.number(model.selection.offsets.size));
      label.style.transform = `translate(${clientX + 12}px, ${clientY + 12}px)`;
      events.onAim(chipAt(event.target));
    },
    { signal },
  );
  document.addEventListener(
    'pointerup',
    (event) => {
      end();
      const chip = chipAt(event.target);
      if (!isDrag) events.onClick();
      else if (chip) events.onDrop(chip);
      // Who pressed here is told of the release wherever it is: elsewhere, it is at no element of the body.
      else if (!document.body.contains(event.target as Node)) events.onMiss();
    },
    { signal },
  );
  document.addEventListener('pointercancel', end, { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
}
