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
  /** The newest answer is not what counts: it was left out, as it may be about a list from before. */
  let isLeftOut = false;
  let isEntered = false;
  let enter = (): void => undefined;
  const screen = createListOnScreen(() => {
    if (isLeftOut) {
      // A tick that does not count must not be shown as if it did, and Enter meant what was shown.
      tick();
      screen.changed();
    } else if (isEntered) enter();
    isEntered = false;
  });
  const clear = { iconPath: new ThemeIcon('clear-all'), tooltip: l10n.t('Clear') };
  quickPick.canSelectMany = true;
  quickPick.placeholder = question.placeholder;
  quickPick.matchOnDescription = quickPick.matchOnDetail = true;

  function tick(): void {
    const ticked = labelsOf(selection.ticked);
    quickPick.selectedItems = quickPick.items.filter(({ label }) => ticked.has(label));
    isLeftOut = false;
  }
  function draw(): void {
    const seen = labelsOf([...question.typed(quickPick.value), ...selection.ticked]);
    quickPick.items = selection.shown.map((choice) => ({ ...choice, alwaysShow: seen.has(choice.label) }));
    tick();
  }
  function redraw(): void {
    // Enter from before is not about what is typed since.
    isEntered = false;
    draw();
    screen.changed();
  }
  /** What is wrong stands in the title and nowhere else, in place of all that stands there: a second line would move the list. */
  function say(message: string | undefined): void {
    quickPick.title = message ?? question.title;
    quickPick.step = message === undefined ? question.step : undefined;
    quickPick.totalSteps = message === undefined ? question.totalSteps : undefined;
  }
  // Nothing can be said of a list before the first one.
  draw();

  const listen = (accept: (answer: readonly T[]) => void): Disposable[] => {
    enter = () => {
      const { message } = selection;
      if (message === undefined) accept(values());
      else say(message);
    };
    return [
      quickPick.onDidChangeSelection((items) => {
        // What the list is given comes back as well, and may come when there is another list: the newest shows what counts.
        if (screen.isBehind) {
          isLeftOut = !isSame(labelsOf(items), labelsOf(selection.ticked));
          return;
        }
        selection.tick(labelsOf(items));
        say(selection.remark);
      }),
      quickPick.onDidChangeValue((text) => {
        selection.type(text);
        redraw();
        say(selection.remark);
      }),
      quickPick.onDidAccept(() => {
        isEntered = screen.isBehind;
        if (!isEntered) enter();
      }),
      quickPick.onDidTriggerButton((button) => {
        if (button !== clear) return;
        selection.clear();
        quickPick.value = '';
        redraw();
        say(undefined);
      }),
    ];
  };
  return showQuestion<readonly T[]>(quickPick, question, values, listen, [clear]);
}

const labelsOf = (choices: readonly { readonly label: string }[]): ReadonlySet<string> =>
  new Set(choices.map(({ label }) => label));

const isSame = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  some.size === others.size && [...some].every((one) => others.has(one));
