import type { CommandContext } from '../commandContext';

/** Dismiss Last Result: takes what became of the last change out of the status bar. It stays in the history. */
export function dismissResult({ lastResult }: Pick<CommandContext, 'lastResult'>): Promise<void> {
  lastResult.set(undefined);
  return Promise.resolve();
}
