import { commands, type Disposable } from 'vscode';
import { commandIds } from '../contributions';
import { DisposableStore } from '../session/disposableStore';
import type { Services } from './commandContext';
import { fromKey } from './fromKey';

/** Registers every command of the manifest. What a command does is loaded with the first one that is used. */
export function registerCommands(services: Services): Disposable {
  const store = new DisposableStore();
  for (const id of commandIds) {
    const run = async (...raw: unknown[]): Promise<unknown> => {
      // The selection of the moment of the click, not of the one after loading.
      const given = fromKey(raw, services.view.selection);
      if (!given) return undefined;
      return (await services.features()).run(id, given);
    };
    store.add(commands.registerCommand(id, run));
  }
  return store;
}
