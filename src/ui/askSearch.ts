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
  // What is found stays as found: the list must not be filtered a second time by the typed text.
  const draw = (found: readonly Choice<T>[]): void => {
    quickPick.items = found.map((choice) => ({ ...choice, alwaysShow: true }));
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
        .then((added) => signal.aborted || added.length === 0 || draw([...found, ...added]))
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
      quickPick.onDidAccept(() => {
        const [item] = quickPick.selectedItems;
        if (item) accept(item.value);
      }),
    ],
  );
}
