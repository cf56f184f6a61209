import type { ExtensionContext } from 'vscode';
import { registerDeepLinks } from './features/links/registerDeepLinks';
import { registerCommands } from './features/registerCommands';
import { registerTools } from './features/tools/registerTools';
import type { Services } from './features/commandContext';
import { DisposableStore } from './session/disposableStore';

/**
 * Registers what may be called before anything is there. Everything else, the views with it, is opened a moment later, or by
 * whoever calls sooner: nobody waits for it.
 */
export function activate(extension: ExtensionContext): void {
  const store = new DisposableStore();
  extension.subscriptions.push(store);
  let opened: Promise<Services> | undefined;
  const services = (): Promise<Services> =>
    (opened ??= import('./openServices').then(({ openServices }) => openServices(extension, store)));
  store.add(registerCommands(services));
  store.add(registerDeepLinks(services));
  store.add(registerTools(services));
  const soon = setTimeout(() => void services());
  store.add({ dispose: () => clearTimeout(soon) });
}
