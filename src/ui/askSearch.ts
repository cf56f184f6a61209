import { window } from 'vscode';
import { DisposableStore } from './disposableStore';
import type { Answer, Choice, SearchQuestion } from './prompter';
import { showQuestion } from './showQuestion';

/** Something to find while typing, as VS Code's quick pick. */
export function askSearch<T>(question: SearchQuestion<T>): Promise<Answer<T>> {
  const quickPick = window.createQuickPick<Choice<T>>();
  const store = new DisposableStore();
  let more = new AbortController();
  quickPick.placeholder = question.placeholder;
  quickPick.value = question.value ?? '';
  let drawn: readonly Choice<T>[] = [];
  /** The row that Enter means until VS Code has told which one of the newest list is active. */
  let meant: Choice<T> | undefined;
  const draw = (found: readonly Choice<T>[], active = 0): void => {
    // What is found stays as found: the list must not be filtered a second time by the typed text.
    drawn = found.map((choice) => ({ ...choice, alwaysShow: true }));
    meant = drawn[active];
    quickPick.items = drawn;
    if (meant && active > 0) quickPick.activeItems = [meant];
  };
  const find = (text: string): void => {
    more.abort();
    more = new AbortController();
    const { signal } = more;
    const found = question.find(text);
    draw(found);
    quickPick.busy = false;
    if (!question.findMore || text.trim() === '') return;
    const timer = setTimeout(() => {
      quickPick.busy = true;
      void question
        .findMore?.(text, signal)
        .then((added) => {
          if (signal.aborted || added.length === 0) return;
          const [active] = quickPick.activeItems;
          draw([...found, ...added], active ? Math.max(0, drawn.indexOf(active)) : 0);
        })
        .catch(() => undefined)
        .finally(() => signal.aborted || (quickPick.busy = false));
    }, 400);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  store.add({ dispose: () => more.abort() });
  find(quickPick.value);
  return showQuestion<T>(
    quickPick,
    question,
    () => undefined,
    (accept) => [
      store,
      quickPick.onDidChangeValue(find),
      quickPick.onDidChangeActive(() => (meant = undefined)),
      quickPick.onDidAccept(() => {
        // Enter right after a key: VS Code names a row by its place in the list before, which is another one by now.
        const item = meant ?? quickPick.selectedItems[0];
        if (item) accept(item.value);
      }),
    ],
  );
}
