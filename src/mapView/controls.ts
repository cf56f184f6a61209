import type { MapAction } from '../map/messagesFromMap';
import { selectOne, selectRange, toggle, type Selection } from '../map/selection';
import { typedOffset } from '../map/findTyped';
import type { AddressView } from './addressView';
import { offsetAt } from './cell';
import { dragCells } from './dragCells';
import { filled } from './element';
import type { Model } from './model';

/** What somebody did on a view. */
export interface ControlEvents {
  onSelect(selection: Selection): void;
  onFocus(): void;
  onHover(offset: number | undefined): void;
  /** Says something of what was done. */
  onSay(text: string): void;
  act(action: MapAction): void;
  /** What is selected is over the chip of an interface, or was dropped there. */
  onAim(networkInterfaceNo: string | undefined): void;
  onto(networkInterfaceNo: string): void;
}

/** So long (ms) letters count as one text. */
const typingMs = 1_200;

/** Mouse and keyboard on a view of addresses: the grid pattern of ARIA, with selection and type-ahead. */
export function control(view: AddressView, model: Model, events: ControlEvents): void {
  const { element } = view;
  followPointer(view, model, events);
  let typed = '';
  let typedAt = 0;
  element.addEventListener('focusin', () => events.onFocus());
  element.addEventListener('keydown', (event) => {
    const { key } = event;
    // A button in a heading has its own keys.
    if (event.target instanceof HTMLButtonElement) return;
    const isWide = event.ctrlKey || event.metaKey;
    const isDone = ((): boolean => {
      if (/^[\d.]$/.test(key) && !isWide && !event.altKey) {
        typed = (event.timeStamp - typedAt < typingMs ? typed : '') + key;
        typedAt = event.timeStamp;
        const offset = model.cells && typedOffset(model.cells, typed, model.focus);
        // `10.0.3` is on the way to an address, and not yet one.
        const isShown = offset !== undefined && view.focus(offset, [1, 4].includes(typed.split('.').length));
        const { texts } = model;
        events.onSay(filled(isShown ? texts.typed : offset === undefined ? texts.notHere : texts.hidden, typed));
        return true;
      }
      switch (key) {
        case 'Escape':
          // What it takes back is the page's matter, wherever the keyboard is.
          typed = '';
          return false;
        case 'Enter':
          if (!view.toggleRun()) askMore(model, events);
          return true;
        case ' ':
          if (!view.toggleRun()) events.onSelect(toggle(model.selection, model.focus));
          return true;
        case 'Delete':
          events.act('unassign');
          return true;
        case 'a':
          if (isWide) events.onSelect({ offsets: new Set(every(model)), anchor: model.focus });
          return isWide;
        default:
          return walk(view, model, events, { key, isWide, isRange: event.shiftKey });
      }
    })();
    if (isDone) event.preventDefault();
  });
  element.addEventListener('copy', (event) => {
    event.preventDefault();
    events.act('copy');
  });
}

function walk(
  view: AddressView,
  model: Model,
  events: ControlEvents,
  { key, isWide, isRange }: { readonly key: string; readonly isWide: boolean; readonly isRange: boolean },
): boolean {
  const anchor = model.selection.anchor ?? model.focus;
  if (!view.move({ key, isWide })) return false;
  if (isRange) events.onSelect(selectRange(anchor, view.range(anchor, model.focus)));
  return true;
}

/** Every address, or every one that is looked for. */
function every({ cells, wanted }: Model): number[] {
  const all = Array.from({ length: cells?.size ?? 0 }, (_, offset) => offset);
  return wanted ? all.filter(wanted) : all;
}

/** The actions of the selection; of the address that the keyboard is at when it is not selected. */
function askMore(model: Model, events: ControlEvents): void {
  if (!model.selection.offsets.has(model.focus)) events.onSelect(selectOne(model.focus));
  events.act('more');
}

function followPointer(view: AddressView, model: Model, events: ControlEvents): void {
  const { element } = view;
  /** What was selected before a range is drawn with the mouse. */
  let base: ReadonlySet<number> | undefined;
  element.addEventListener('pointerdown', (event) => {
    // A range whose end was let go outside has ended as well.
    base = undefined;
    const offset = offsetAt(event.target);
    if (offset === undefined || event.button !== 0) return;
    event.preventDefault();
    const isMore = event.ctrlKey || event.metaKey;
    const { selection } = model;
    if (selection.offsets.has(offset) && !isMore && !event.shiftKey) {
      view.focus(offset);
      dragCells(model, event, {
        onAim: (chip) => events.onAim(chip),
        onDrop: (chip) => events.onto(chip),
        onMiss: () => events.onSay(model.texts.otherMap),
        onClick: () => events.onSelect(selectOne(offset)),
      });
      return;
    }
    base = isMore ? selection.offsets : new Set();
    const from = selection.anchor ?? offset;
    view.focus(offset);
    if (event.shiftKey) events.onSelect(selectRange(from, view.range(from, offset), base));
    else events.onSelect(isMore ? toggle(selection, offset) : selectOne(offset));
  });
  element.addEventListener('pointermove', (event) => {
    const offset = offsetAt(event.target);
    events.onHover(offset);
    const { anchor } = model.selection;
    if (!base || (event.buttons & 1) === 0 || offset === undefined || anchor === undefined) return;
    if (offset === model.focus) return;
    view.focus(offset);
    events.onSelect(selectRange(anchor, view.range(anchor, offset), base));
  });
  element.addEventListener('pointerup', () => (base = undefined));
  element.addEventListener('pointerleave', () => events.onHover(undefined));
  element.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.gap')) view.toggleRun(target);
  });
  element.addEventListener('dblclick', ({ target }) => {
    if (offsetAt(target) !== undefined) events.act('more');
  });
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const offset = offsetAt(event.target);
    if (offset === undefined && model.selection.offsets.size === 0) return;
    if (offset !== undefined && !model.selection.offsets.has(offset)) {
      view.focus(offset);
      events.onSelect(selectOne(offset));
    }
    events.act('more');
  });
}
