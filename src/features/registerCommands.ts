import { commands, type Disposable } from 'vscode';
import { commandIds } from '../contributions';
import { DisposableStore } from '../session/disposableStore';
import type { TreeNode } from '../tree/node';
import type { Services } from './commandContext';

/** Registers every command of the manifest. What a command does is loaded with the first one that is used. */
export function registerCommands(services: () => Promise<Pick<Services, 'view' | 'features'>>): Disposable {
  const store = new DisposableStore();
  for (const id of commandIds) {
    const run = async (...raw: unknown[]): Promise<unknown> => {
      const { view, features } = await services();
      // The selection of the moment of the click, not of the one after loading.
      const given = fromKey(raw, view.selection);
      if (!given) return undefined;
      return (await features()).run(id, given);
    };
    store.add(commands.registerCommand(id, run));
  }
  return store;
}

/**
 * What a key binding of the Network view means: the row that has the keyboard's focus, with the selection when that row is
 * part of it, as in the Files explorer. VS Code hands a key binding no node and an extension no focus; but it puts the
 * focused node in place of what its own title buttons send, and the manifest's bindings send that in a list. Where it is
 * left as it came, or nothing has the focus, the selection is meant. Undefined when there is neither: such a key means nothing.
 */
export function fromKey(raw: readonly unknown[], selection: readonly TreeNode[]): readonly unknown[] | undefined {
  const [first] = raw;
  if (!Array.isArray(first)) return raw;
  const [sent] = first as readonly unknown[];
  const focused = typeof sent === 'object' && sent !== null && 'subject' in sent ? sent : selection[0];
  return focused === undefined ? undefined : [focused, selection];
}
