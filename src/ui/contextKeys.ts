import { commands } from 'vscode';
import type { ContextKeys } from '../contributions';

/** Sets a context key for `when` clauses. The only place that does. */
export function setContextKey<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  void commands.executeCommand('setContext', key, value);
}

/** Resolves when the window has carried out all it was asked before, and its events have arrived. Nothing looks at the key. */
export function windowAnswers(): Thenable<unknown> {
  return commands.executeCommand('setContext', 'ncloudIp.asked', true);
}
