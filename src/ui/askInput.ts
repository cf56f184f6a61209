import { window } from 'vscode';
import type { Answer, InputQuestion } from './prompter';
import { showQuestion } from './showQuestion';

/** A text, checked while it is typed, as VS Code's input box. */
export function askInput(question: InputQuestion): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.prompt = question.prompt;
  box.placeholder = question.placeholder;
  box.value = question.value ?? '';
  box.password = question.password ?? false;
  let wasRefused = false;
  const check = (text: string): string | undefined => (box.validationMessage = question.validate?.(text));
  return showQuestion<string>(
    box,
    question,
    () => box.value,
    (accept) => [
      box.onDidChangeValue((text) => {
        if (question.follow) box.prompt = question.follow(text);
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
