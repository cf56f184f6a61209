import { commands } from 'vscode';
import { viewIds } from '../../contributions';
import { changeHistoryFilter } from '../historyFilter/changeHistoryFilter';
import type { CommandContext } from '../commandContext';
import { type Arguments } from '../readArguments';

/**
 * Filter History: shows only changes with a text, of some profiles, with some outcomes; what is not answered stays as it is.
 * By code: `{ text, profiles, outcomes }`.
 */
export async function filterHistory(
  context: Pick<CommandContext, 'history' | 'historyFilters' | 'profiles' | 'prompter'>,
  { options }: Arguments,
): Promise<unknown> {
  const answers = {
    text: options.text,
    profiles: options.profiles,
    outcomes: options.outcomes,
  };
  const filter = await changeHistoryFilter(context, answers);
  if (filter) await focusHistory();
  return filter;
}

/** Clear History Filter: every change is shown again. */
export function clearHistoryFilter({ historyFilters }: Pick<CommandContext, 'historyFilters'>): Promise<void> {
  historyFilters.set(undefined);
  return Promise.resolve();
}

/** Shows the History view, unfolded, with the keyboard in it. */
export async function focusHistory(): Promise<void> {
  await commands.executeCommand(`${viewIds.history}.focus`);
}
