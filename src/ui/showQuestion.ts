import { QuickInputButtons, type Disposable, type QuickInput, type QuickInputButton } from 'vscode';
import { DisposableStore } from '../session/disposableStore';
import type { Answer, Position } from './prompter';

/** Title, step numbers, Back and dismissal are alike for every question; `buttons` are what a kind has besides Back. */
export function showQuestion<T>(
  quickInput: QuickInput & {
    buttons: readonly QuickInputButton[];
    onDidTriggerButton: (listener: (button: QuickInputButton) => unknown) => Disposable;
  },
  { title, step, totalSteps, canGoBack }: Position,
  draft: () => T | undefined,
  listen: (accept: (answer: T) => void) => readonly Disposable[],
  buttons: readonly QuickInputButton[] = [],
): Promise<Answer<T>> {
  const store = new DisposableStore();
  store.add(quickInput);
  return new Promise<Answer<T>>((resolve) => {
    quickInput.title = title;
    quickInput.step = step;
    quickInput.totalSteps = totalSteps;
    quickInput.ignoreFocusOut = true;
    quickInput.buttons = [...(canGoBack ? [QuickInputButtons.Back] : []), ...buttons];
    for (const subscription of listen((value) => resolve({ kind: 'next', value }))) store.add(subscription);
    store.add(
      quickInput.onDidTriggerButton((button) => {
        if (button !== QuickInputButtons.Back) return;
        resolve({ kind: 'back', value: draft() });
      }),
    );
    store.add(quickInput.onDidHide(() => resolve(undefined)));
    quickInput.show();
  }).finally(() => store.dispose());
}
