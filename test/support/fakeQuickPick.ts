import { setTimeout as wait } from 'node:timers/promises';
import { commands, window } from 'vscode';
import { createEmitter } from '../../src/session/emitter';

interface Row {
  readonly label: string;
}

interface Button {
  readonly tooltip?: string;
}

/**
 * A quick pick without VS Code, which plain Node does not have; the window's next one is this. As there, the list on the
 * screen lags behind the one that was set, Enter and ticks name rows by their places, and what is ticked is said back:
 * `settle` is the moment when the window has drawn the newest list and answers commands.
 */
export function fakeQuickPick<R extends Row>() {
  let answers: (() => void)[] = [];
  const executeCommand = () => new Promise<void>((resolve) => answers.push(resolve));
  const value = createEmitter<string>();
  const active = createEmitter<readonly R[]>();
  const selection = createEmitter<readonly R[]>();
  const accept = createEmitter<undefined>();
  const hide = createEmitter<undefined>();
  const button = createEmitter<Button>();
  let items: readonly R[] = [];
  let lists = 0;
  let selected: readonly R[] = [];
  /** What the window is to tick, until it does. */
  let given: readonly R[] | undefined;
  const pick = {
    get items() {
      return items;
    },
    // As VS Code does, it keeps a copy.
    set items(next: readonly R[]) {
      items = [...next];
      lists++;
    },
    activeItems: [] as readonly R[],
    get selectedItems() {
      return selected;
    },
    set selectedItems(next: readonly R[]) {
      selected = given = next;
    },
    value: '',
    title: '',
    buttons: [] as readonly Button[],
    busy: false,
    onDidChangeValue: value.event,
    onDidChangeActive: active.event,
    onDidChangeSelection: selection.event,
    onDidAccept: accept.event,
    onDidHide: hide.event,
    onDidTriggerButton: button.event,
    show: () => undefined,
    dispose: () => undefined,
  };
  Object.assign(window, { createQuickPick: () => pick });
  Object.assign(commands, { executeCommand });
  let place = 0;
  /** The window has drawn the list, and says what is ticked: none while it empties the list before, then what it was given. */
  const draw = (): void => {
    if (given === undefined) return;
    selected = [];
    selection.fire(selected);
    selected = given;
    given = undefined;
    selection.fire(selected);
  };
  const rowsAt = (places: readonly number[]): R[] => places.flatMap((at) => pick.items[at] ?? []);
  return {
    pick,
    labels: () => pick.items.map(({ label }) => label),
    /** So many lists were set. */
    lists: () => lists,
    type(text: string): void {
      pick.value = text;
      value.fire(text);
    },
    /** The window has drawn the list: its first row is active, or the one that was asked for. */
    async settle(): Promise<void> {
      await wait(5);
      draw();
      const asked = pick.items.findIndex((item) => item === pick.activeItems[0]);
      place = Math.max(0, asked);
      pick.activeItems = pick.items.slice(place, place + 1);
      active.fire(pick.activeItems);
      for (const answer of answers) answer();
      answers = [];
      await wait();
    },
    draw,
    down(): void {
      place++;
      pick.activeItems = pick.items.slice(place, place + 1);
      active.fire(pick.activeItems);
    },
    enter(): void {
      if (given === undefined) selected = pick.items.slice(place, place + 1);
      accept.fire(undefined);
    },
    /** The rows at these places of the list on the screen are ticked now, and no others. */
    tick(...places: readonly number[]): void {
      selected = rowsAt(places);
      selection.fire(selected);
    },
    ticked: () => pick.selectedItems.map(({ label }) => label),
    /** A button of the title bar, by its tooltip. */
    press(tooltip: string): void {
      const pressed = pick.buttons.find((one) => one.tooltip === tooltip);
      if (!pressed) throw new Error(`There is no button ${tooltip}`);
      button.fire(pressed);
    },
    escape: () => hide.fire(undefined),
  };
}
