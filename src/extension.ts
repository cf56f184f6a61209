import { l10n, type ExtensionContext } from 'vscode';
import type { Services } from './features/commandContext';
import { registerDeepLinks } from './features/links/registerDeepLinks';
import { registerCommands } from './features/registerCommands';
import { registerTools } from './features/tools/registerTools';
import { DisposableStore } from './session/disposableStore';
import { notify } from './ui/notify';

/**
 * Registers what may be called before anything is there. Everything else, the views with it, is opened a moment later, or by
 * whoever calls sooner: nobody waits for it. Where that fails it is said, and the next command tries again.
 */
export function activate(extension: ExtensionContext): void {
  const store = new DisposableStore();
  extension.subscriptions.push(store);
  let opened: Promise<Services> | undefined;
  const services = (): Promise<Services> => (opened ??= open());
  async function open(): Promise<Services> {
    const own = new DisposableStore();
    try {
      const { openServices } = await import('./openServices');
      const services = await openServices(extension, own);
      store.add(own);
      return services;
    } catch (error) {
      opened = undefined;
      own.dispose();
      throw error;
    }
  }
  store.add(registerCommands(services));
  store.add(registerDeepLinks(services));
  store.add(registerTools(services));
  const soon = setTimeout(() => {
    services().catch((error: unknown) =>
      notify('error', l10n.t('NAVER Cloud IP could not start: {0}. To try again, reload the window.', String(error))),
    );
  });
  store.add({ dispose: () => clearTimeout(soon) });
}
