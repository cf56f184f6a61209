import { l10n, ThemeIcon, window, type Disposable } from 'vscode';
import { createListOnScreen } from './listOnScreen';
import { createMultiSelection } from './multiSelection';
import type { Answer, Choice, PickManyQuestion } from './prompter';
import { showQuestion } from './showQuestion';

/** Several of a list, by ticking and by typing, as VS Code's quick pick; one of its buttons takes every tick away. */
export function askPickMany<T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>> {
  const quickPick = window.createQuickPick<Choice<T>>();
  const selection = createMultiSelection(question);
  const values = (): T[] => selection.ticked.map(({ value }) => value);
  const screen = createListOnScreen();
  const clear = { iconPath: new ThemeIcon('clear-all'), tooltip: l10n.t('Clear') };
  quickPick.canSelectMany = true;
  quickPick.placeholder = question.placeholder;
  quickPick.matchOnDescription = quickPick.matchOnDetail = true;

  function draw(): void {
    const typed = new Set(question.typed(quickPick.value).map(({ label }) => label));
    const ticked = new Set(selection.ticked.map(({ label }) => label));
    quickPick.items = selection.shown.map((choice) => ({
      ...choice,
      alwaysShow: typed.has(choice.label) || ticked.has(choice.label),
    }));
    quickPick.selectedItems = quickPick.items.filter(({ label }) => ticked.has(label));
    screen.changed();
  }
  /** What is wrong stands in the title and nowhere else, in place of all that stands there: a second line would move the list. */
  function say(message: string | undefined): void {
    quickPick.title = message ?? question.title;
    quickPick.step = message === undefined ? question.step : undefined;
    quickPick.totalSteps = message === undefined ? question.totalSteps : undefined;
  }
  draw();

  const listen = (accept: (answer: readonly T[]) => void): Disposable[] => [
    quickPick.onDidChangeSelection((items) => {
      // What the list is given comes back as well, and may come when there is another list: the newest shows what counts.
      if (screen.isBehind) return;
      selection.tick(new Set(items.map(({ label }) => label)));
      say(selection.remark);
    }),
    quickPick.onDidChangeValue((text) => {
      selection.type(text);
      draw();
      say(selection.remark);
    }),
    quickPick.onDidAccept(() => {
      const { message } = selection;
      if (message === undefined) accept(values());
      else say(message);
    }),
    quickPick.onDidTriggerButton((button) => {
      if (button !== clear) return;
      selection.clear();
      quickPick.value = '';
      draw();
      say(undefined);
    }),
  ];
  return showQuestion<readonly T[]>(quickPick, question, values, listen, [clear]);
}
