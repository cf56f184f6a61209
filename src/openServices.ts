import type { ExtensionContext } from 'vscode';
import { followOtherWindows } from './features/change/followOtherWindows';
import { watchJournal } from './features/change/watchJournal';
import { registerTextEditors } from './features/checkedText/registerTextEditors';
import type { Services } from './features/commandContext';
import { registerDocuments } from './features/details/registerDocuments';
import { followHistory } from './features/history/followHistory';
import { registerMaps } from './features/map/registerMaps';
import { followProfiles } from './features/profiles/followProfiles';
import { warnUnattended } from './features/profiles/warnUnattended';
import { readyDevelopmentSandbox } from './features/sandbox/readyDevelopmentSandbox';
import { followChanges } from './features/view/followChanges';
import { createServices } from './services';
import type { DisposableStore } from './session/disposableStore';
import { stackOf } from './api/logger';

/**
 * The door to what lives as long as the window: a bundle of its own, opened once. Builds the services, and registers what is on the
 * screen, what stands open in the editor, and what follows the history. Nothing is read, and nothing heavy is loaded, before
 * somebody looks.
 */
export async function openServices(extension: ExtensionContext, store: DisposableStore): Promise<Services> {
  await readyDevelopmentSandbox(extension);
  const services = createServices(extension, store);
  const followers = {
    followChanges,
    followProfiles,
    registerMaps,
    registerTextEditors,
    registerDocuments,
    followHistory,
    watchJournal,
    followOtherWindows,
    warnUnattended: () => warnUnattended(extension.globalState),
  };
  for (const [name, follow] of Object.entries(followers)) {
    try {
      store.add(follow(services));
    } catch (error) {
      // Commands work without it.
      services.log.error(`${name}: ${stackOf(error)}`);
    }
  }
  return services;
}
