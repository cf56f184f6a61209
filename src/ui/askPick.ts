import { window, type QuickPickItem } from 'vscode';
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
  return showQuestion<T>(
    quickPick,
    question,
    () => undefined,
    (accept) => [
      quickPick.onDidChangeValue((text) => {
        const typed = question.typed?.(text);
        if (!typed && quickPick.items === question.choices) return;
        const row = typed && { ...typed, alwaysShow: true };
        quickPick.items = row ? [row, ...question.choices] : question.choices;
        if (row) quickPick.activeItems = [row];
      }),
      quickPick.onDidAccept(() => {
        const [item] = quickPick.selectedItems;
        // Enter may come before the window has drawn the row of the last key: what is typed counts, not what was drawn.
        const isChoice = question.choices.some((one) => one === item);
        const taken = isChoice ? item : question.typed?.(quickPick.value);
        if (taken && 'value' in taken) accept((taken as Choice<T>).value);
      }),
    ],
  );
}
