import { QuickInputButtons, window, type Disposable, type QuickInput, type QuickPickItem } from 'vscode';
import { DisposableStore } from './disposableStore';
import { createMultiSelection } from './multiSelection';
import type {
  Answer,
  Choice,
  Confirmation,
  InputQuestion,
  PickManyQuestion,
  PickQuestion,
  Position,
  Prompter,
} from './prompter';

type Button = (typeof QuickInputButtons)['Back'];

/** Questions as VS Code's own quick inputs: they stay open when the focus leaves, so nothing typed is lost. */
export const quickPrompter: Prompter = { pick, pickMany, input, confirm };

function pick<T>(question: PickQuestion<T>): Promise<Answer<T>> {
  const quickPick = window.createQuickPick<QuickPickItem>();
  quickPick.items = question.choices;
  quickPick.placeholder = question.placeholder;
  quickPick.matchOnDescription = quickPick.matchOnDetail = true;
  const isActive = (item: QuickPickItem): boolean =>
    'value' in item && question.active?.((item as Choice<T>).value) === true;
  quickPick.activeItems = quickPick.items.filter(isActive).slice(0, 1);
  return show<T>(
    quickPick,
    question,
    () => undefined,
    (accept) => [
      quickPick.onDidAccept(() => {
        const [item] = quickPick.selectedItems;
        if (item && 'value' in item) accept((item as Choice<T>).value);
      }),
    ],
  );
}

function pickMany<T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>> {
  const quickPick = window.createQuickPick<Choice<T>>();
  const selection = createMultiSelection(question);
  const values = (): T[] => selection.ticked.map(({ value }) => value);
  let isDrawing = false;
  quickPick.canSelectMany = true;
  quickPick.placeholder = question.placeholder;
  quickPick.matchOnDescription = quickPick.matchOnDetail = true;

  function draw(): void {
    isDrawing = true;
    const typed = new Set(question.typed(quickPick.value).map(({ label }) => label));
    const ticked = new Set(selection.ticked.map(({ label }) => label));
    quickPick.items = selection.shown.map((choice) => ({
      ...choice,
      alwaysShow: typed.has(choice.label) || ticked.has(choice.label),
      ...(choice.problem !== undefined && { description: `$(error) ${choice.problem}` }),
    }));
    quickPick.selectedItems = quickPick.items.filter(({ label }) => ticked.has(label));
    isDrawing = false;
  }
  function say(message: string | undefined): void {
    quickPick.title = message === undefined ? question.title : `${question.title} — ${message}`;
  }
  draw();

  return show<readonly T[]>(quickPick, question, values, (accept) => [
    quickPick.onDidChangeSelection((items) => {
      if (isDrawing) return;
      selection.tick(new Set(items.map(({ label }) => label)));
      say(values().length === 0 ? undefined : selection.message);
    }),
    quickPick.onDidChangeValue((text) => {
      selection.type(text);
      draw();
      say(values().length === 0 && selection.message === question.validate([]) ? undefined : selection.message);
    }),
    quickPick.onDidAccept(() => {
      const { message } = selection;
      if (message === undefined) accept(values());
      else say(message);
    }),
  ]);
}

function input(question: InputQuestion): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.prompt = question.prompt;
  box.placeholder = question.placeholder;
  box.value = question.value ?? '';
  box.password = question.password ?? false;
  let wasRefused = false;
  const check = (text: string): string | undefined => (box.validationMessage = question.validate?.(text));
  return show<string>(
    box,
    question,
    () => box.value,
    (accept) => [
      box.onDidChangeValue((text) => {
        if (text !== '' || wasRefused) check(text);
        else box.validationMessage = undefined;
      }),
      box.onDidAccept(() => {
        wasRefused = true;
        if (check(box.value) === undefined) accept(box.value);
      }),
    ],
  );
}

async function confirm({ message, detail, yes }: Confirmation): Promise<boolean> {
  return (await window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}

/** Title, step numbers, Back and dismissal are alike for every question. */
function show<T>(
  quickInput: QuickInput & {
    buttons: readonly Button[];
    onDidTriggerButton: (listener: (b: Button) => unknown) => Disposable;
  },
  { title, step, totalSteps, canGoBack }: Position,
  draft: () => T | undefined,
  listen: (accept: (answer: T) => void) => readonly Disposable[],
): Promise<Answer<T>> {
  const store = new DisposableStore();
  store.add(quickInput);
  return new Promise<Answer<T>>((resolve) => {
    quickInput.title = title;
    quickInput.step = step;
    quickInput.totalSteps = totalSteps;
    quickInput.ignoreFocusOut = true;
    quickInput.buttons = canGoBack ? [QuickInputButtons.Back] : [];
    for (const subscription of listen((value) => resolve({ kind: 'next', value }))) store.add(subscription);
    store.add(
      quickInput.onDidTriggerButton((button) => {
        if (button !== QuickInputButtons.Back) return;
        const value = draft();
        resolve({ kind: 'back', ...(value !== undefined && { value }) });
      }),
    );
    store.add(quickInput.onDidHide(() => resolve(undefined)));
    quickInput.show();
  }).finally(() => store.dispose());
}
