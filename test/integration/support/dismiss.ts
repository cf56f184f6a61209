import { commands } from 'vscode';

/** Dismisses every quick input, as Escape does, until `asking` has its answer; gives that answer. */
export async function dismiss<T>(asking: Promise<T>): Promise<T> {
  const escape = setInterval(() => void commands.executeCommand('workbench.action.closeQuickOpen'), 50);
  return asking.finally(() => clearInterval(escape));
}
