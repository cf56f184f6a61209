import type { ExtensionContext } from 'vscode';
import { registerCommands } from './features/registerCommands';
import { followChanges } from './features/view/followChanges';
import { followHistory } from './features/history/followHistory';
import { readyDevelopmentSandbox } from './features/sandbox/readyDevelopmentSandbox';
import { registerDocuments } from './features/details/registerDocuments';
import { registerMaps } from './features/map/registerMaps';
import { registerTextEditors } from './features/checkedText/registerTextEditors';
import { registerDeepLinks } from './features/links/registerDeepLinks';
import { registerTools } from './features/tools/registerTools';
import { followOtherWindows } from './features/change/followOtherWindows';
import { watchJournal } from './features/change/watchJournal';
import { createServices } from './services';
import { DisposableStore } from './session/disposableStore';
import { warnUnattended } from './features/profiles/warnUnattended';

/** Builds the services and registers everything. Nothing is read, and nothing heavy is loaded, before somebody looks. */
export async function activate(extension: ExtensionContext): Promise<void> {
  const store = new DisposableStore();
  extension.subscriptions.push(store);
  await readyDevelopmentSandbox(extension);
  const context = createServices(extension, store);
  store.add(registerCommands(context));
  store.add(registerDeepLinks(context));
  store.add(registerTools(context));
  // Nobody who called waits for these: what is on the screen, what stands open in the editor, and the history.
  const soon = setTimeout(() => {
    for (const follow of [
      followChanges,
      registerMaps,
      registerTextEditors,
      registerDocuments,
      followHistory,
      watchJournal,
      followOtherWindows,
    ])
      store.add(follow(context));
    store.add(warnUnattended(extension.globalState));
  });
  store.add({ dispose: () => clearTimeout(soon) });
}
