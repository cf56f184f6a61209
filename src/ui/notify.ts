import { window } from 'vscode';
import { inert } from '../text/inert';
import type { Confirmation } from './prompter';

/**
 * Shows a message; resolves with the action that was chosen. The one place that shows any: a message is looked at once more
 * here, as a link in it would run commands.
 */
export function notify(
  severity: 'info' | 'warning' | 'error',
  message: string,
  ...actions: readonly string[]
): Thenable<string | undefined> {
  const words = inert(message);
  switch (severity) {
    case 'info':
      return window.showInformationMessage(words, ...actions);
    case 'warning':
      return window.showWarningMessage(words, ...actions);
    case 'error':
      return window.showErrorMessage(words, ...actions);
  }
}

/** Asks in a dialog that waits for an answer; the lines of the detail stay lines. True for a yes. */
export async function confirmInDialog({ message, detail, yes, instead }: Confirmation): Promise<boolean> {
  const lines = detail.split('\n').map((line) => inert(line));
  const buttons = instead ? [instead.label, yes] : [yes];
  const options = { modal: true, detail: lines.join('\n') };
  const chosen = await window.showWarningMessage(inert(message), options, ...buttons);
  return instead && chosen === instead.label ? instead.ask() : chosen === yes;
}

/** Says something in the status bar for a few seconds, in milliseconds. */
export function mention(message: string, forMs: number): void {
  window.setStatusBarMessage(inert(message, 200), forMs);
}
