import { window } from 'vscode';
import { DisposableStore } from '../session/disposableStore';
import { createListOnScreen } from './listOnScreen';
import type { Answer, SearchQuestion, SearchRow } from './prompter';
import { showQuestion } from './showQuestion';

/** Something to find while typing, as VS Code's quick pick. */
export function askSearch<T>(question: SearchQuestion<T>): Promise<Answer<T>> {
  const quickPick = window.createQuickPick<SearchRow<T>>();
  const store = new DisposableStore();
  let more = new AbortController();
  quickPick.placeholder = question.placeholder;
  quickPick.value = question.value ?? '';
  let near: readonly SearchRow<T>[] = [];
  let far: readonly SearchRow<T>[] = [];
  let drawn: readonly SearchRow<T>[] = [];
  /** The row that Enter means until the window shows the newest list. */
  let meant: SearchRow<T> | undefined;
  const screen = createListOnScreen();
  const draw = (isActive: (row: SearchRow<T>) => boolean = () => false): void => {
    // What is found stays as found: the list must not be filtered a second time by the typed text.
    drawn = [...near, ...far].map((row) => ({ ...row, alwaysShow: true }));
    const active = Math.max(0, drawn.findIndex(isActive));
    meant = drawn[active];
    quickPick.items = drawn;
    if (meant && active > 0) quickPick.activeItems = [meant];
    screen.changed();
  };
  /** The row that the arrows went to stays active; otherwise it is the best one, whichever that is now. */
  const redraw = (): void => {
    const active = screen.isBehind ? meant : quickPick.activeItems[0];
    const isMoved = active !== undefined && drawn.indexOf(active) > 0;
    draw((row) => isMoved && wordsOf(row) === wordsOf(active));
  };
  const find = (text: string): void => {
    more.abort();
    more = new AbortController();
    const { signal } = more;
    near = question.find(text);
    far = [];
    draw();
    quickPick.busy = false;
    if (!question.findMore || text.trim() === '') return;
    const add = (rows: readonly SearchRow<T>[]): void => {
      if (signal.aborted || rows.length === 0) return;
      far = [...far, ...rows];
      redraw();
    };
    const timer = setTimeout(() => {
      quickPick.busy = true;
      void question
        .findMore?.(text, signal, add)
        .catch(() => undefined)
        .finally(() => signal.aborted || (quickPick.busy = false));
    }, 400);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  store.add({ dispose: () => more.abort() });
  const growth = question.onDidGrow?.(() => {
    near = question.find(quickPick.value);
    redraw();
  });
  if (growth) store.add(growth);
  find(quickPick.value);
  return showQuestion<T>(
    quickPick,
    question,
    () => undefined,
    (accept) => [
      store,
      quickPick.onDidChangeValue(find),
      quickPick.onDidAccept(() => {
        // Enter right after a key: VS Code names a row by its place in the list before, which is another one by now.
        const item = screen.isBehind ? meant : quickPick.selectedItems[0];
        if (item && 'value' in item) accept(item.value);
      }),
    ],
  );
}

/** What tells one row from another in two lists: rows are made anew for each. */
function wordsOf({ label, description, detail }: SearchRow<unknown>): string {
  return [label, description, detail].join('\n');
}
