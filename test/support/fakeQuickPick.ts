import { createEmitter } from '../../src/session/emitter';

interface Row {
  readonly label: string;
}

/**
 * A quick pick without VS Code, which plain Node does not have. As there, the list on the screen lags behind the one that
 * was set, and Enter names a row by its place: `settle` is the moment when the window has drawn the newest list.
 */
export function fakeQuickPick<R extends Row>() {
  const value = createEmitter<string>();
  const active = createEmitter<readonly R[]>();
  const accept = createEmitter<undefined>();
  const hide = createEmitter<undefined>();
  const button = createEmitter<never>();
  const pick = {
    items: [] as readonly R[],
    activeItems: [] as readonly R[],
    selectedItems: [] as readonly R[],
    value: '',
    busy: false,
    onDidChangeValue: value.event,
    onDidChangeActive: active.event,
    onDidAccept: accept.event,
    onDidHide: hide.event,
    onDidTriggerButton: button.event,
    show: () => undefined,
    dispose: () => undefined,
  };
  let place = 0;
  return {
    pick,
    labels: () => pick.items.map(({ label }) => label),
    type(text: string): void {
      pick.value = text;
      value.fire(text);
    },
    /** The window has drawn the list: its first row is active, or the one that was asked for. */
    settle(): void {
      const asked = pick.items.findIndex((item) => item === pick.activeItems[0]);
      place = Math.max(0, asked);
      pick.activeItems = pick.items.slice(place, place + 1);
      active.fire(pick.activeItems);
    },
    down(): void {
      place++;
      pick.activeItems = pick.items.slice(place, place + 1);
      active.fire(pick.activeItems);
    },
    enter(): void {
      pick.selectedItems = pick.items.slice(place, place + 1);
      accept.fire(undefined);
    },
    escape: () => hide.fire(undefined),
  };
}
