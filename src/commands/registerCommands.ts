import { commands, type Disposable } from 'vscode';
import { commandIds, type CommandId } from '../contributions';
import { DisposableStore } from '../ui/disposableStore';
import { showError } from '../ui/showError';
import type { CommandContext } from './commandContext';
import { fromKey } from './fromKey';
import { readArguments, type Arguments } from './readArguments';

/** A verb: what it was called with, and the promise of what it did. Undefined when the user thought better of it. */
export type Command = (context: CommandContext, args: Arguments) => Promise<unknown>;

/** Registers every command of the manifest and is the one place that catches what they throw. Callers by code get it too. */
export function registerCommands(context: CommandContext, table: Readonly<Record<CommandId, Command>>): Disposable {
  const store = new DisposableStore();
  for (const id of commandIds) {
    const run = async (...raw: unknown[]): Promise<unknown> => {
      const args = readArguments(fromKey(raw, context.view.selection));
      try {
        return await table[id](context, args);
      } catch (error) {
        context.log.error(`${id}: ${error instanceof Error ? error.message : String(error)}`);
        showError(error, () => void commands.executeCommand(id, ...raw));
        if (args.isProgrammatic) throw error;
        return undefined;
      }
    };
    store.add(commands.registerCommand(id, run));
  }
  return store;
}
