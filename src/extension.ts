import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/registerCommands';
import { followChanges } from './followChanges';
import { followHistory } from './followHistory';
import { readyDevelopmentSandbox } from './readyDevelopmentSandbox';
import { registerDocuments } from './commands/registerDocuments';
import { registerListEditor } from './commands/registerListEditor';
import { registerDeepLinks } from './commands/registerDeepLinks';
import { watchJournal } from './commands/watchJournal';
import { createResultView } from './result/createResultView';
import { createServices } from './services';
import { DisposableStore } from './ui/disposableStore';
import { warnUnattended } from './warnUnattended';

/** Builds the services and registers everything. Nothing is read, and nothing heavy is loaded, before somebody looks. */
export async function activate(extension: ExtensionContext): Promise<void> {
  const store = new DisposableStore();
  extension.subscriptions.push(store);
  const context = createServices(extension, store);
  await readyDevelopmentSandbox(extension, context);
  store.add(followChanges(context));
  store.add(followHistory(context));
  store.add(createResultView(context));
  store.add(registerCommands(context));
  store.add(registerDeepLinks(context));
  store.add(registerListEditor(context));
  store.add(registerDocuments(context));
  store.add(warnUnattended(extension.globalState));
  store.add(watchJournal(context));
}
