import { window, type QuickPickItem } from 'vscode';
import { createListOnScreen } from './listOnScreen';
import type { Answer, Choice, PickQuestion } from './prompter';
import { showQuestion } from './showQuestion';

/** One of a list, as VS Code's quick pick. */
export function askPick<T>(question: PickQuestion<T>): Promise<Answer<T>> {
  const quickPick = window.createQuickPick<QuickPickItem>();
  quickPick.items = question.choices;
  quickPick.placeholder = question.placeholder;
  quickPick.matchOnDescription = quickPick.matchOnDetail = true;
  const isActive = (item: QuickPickItem): boolean =>
    'value' in item && question.active?.((item as Choice<T>).value) === true;
  const active = quickPick.items.filter(isActive).slice(0, 1);
  // An empty list means "none": Enter would do nothing then. Left alone, VS Code makes the first one active.
  if (active.length > 0) quickPick.activeItems = active;
  let hasTypedRow = false;
  const screen = createListOnScreen();
  return showQuestion<T>(
    quickPick,
    question,
    () => undefined,
    (accept) => [
      quickPick.onDidChangeValue((text) => {
        const typed = question.typed?.(text);
        // A list that is set anew forgets which row the arrows went to.
        if (!typed && !hasTypedRow) return;
        hasTypedRow = typed !== undefined;
        const row = typed && { ...typed, alwaysShow: true };
        quickPick.items = row ? [row, ...question.choices] : question.choices;
        if (row) quickPick.activeItems = [row];
        screen.changed();
      }),
      quickPick.onDidAccept(() => {
        // Enter may come before the window has drawn the list of the last key: what is typed counts then, no row.
        const item = screen.isBehind ? undefined : quickPick.selectedItems[0];
        const isChoice = question.choices.some((one) => one === item);
        const taken = isChoice ? item : question.typed?.(quickPick.value);
        if (taken && 'value' in taken) accept((taken as Choice<T>).value);
      }),
    ],
  );
}
