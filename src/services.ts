import path from 'node:path';
import { commands, ExtensionMode, window, type ExtensionContext } from 'vscode';
import { systemClock } from './change/systemClock';
import type { Services } from './features/commandContext';
import type { AddressSubject } from './features/move/addressesOf';
import { viewIds, type CommandId } from './contributions';
import { openHistory } from './features/history/openHistory';
import { createApiPool } from './session/apiPool';
import { createCredentialStore } from './session/credentialStore';
import { createGroupNames } from './session/groupNames';
import { createGuestSystems } from './session/guestSystems';
import { createKeyEnds } from './session/keyEnds';
import { createFreshAddresses } from './session/freshAddresses';
import { createHistoryFilters } from './session/journal/historyFilter';
import { createLastResult } from './session/lastResult';
import { createLookStore } from './session/lookStore';
import { createNetworkStore } from './session/networkStore';
import { createProfileStore } from './session/profileStore';
import { createScopeStore } from './session/scopeStore';
import { createOutsideSandboxDoor, createSandboxDoor, type SandboxDoor } from './session/sandboxDoor';
import { createAddressDrag } from './tree/addressDrag';
import { HistoryTree } from './tree/historyTree';
import { NetworkTree } from './tree/networkTree';
import { createCutAddresses } from './features/move/cutAddresses';
import type { DisposableStore } from './ui/disposableStore';
import { createLog } from './ui/log';
import { registerReadOnlyDocuments } from './ui/readOnlyDocuments';
import { setting } from './ui/settings';

/** Builds everything once, in the order of dependence; `store` disposes of it in reverse, so the log goes last. */
export function createServices(extension: ExtensionContext, store: DisposableStore): Services {
  const log = store.add(createLog());
  const now = (): number => systemClock.now();
  const credentials = store.add(createCredentialStore(extension.secrets));
  const keyEnds = store.add(createKeyEnds(credentials, now));
  const profiles = store.add(createProfileStore(extension.globalState));
  const sandbox = createSandbox(extension);
  store.add({ dispose: () => sandbox.close() });
  const apis = store.add(
    createApiPool({
      createApi: async (config) => (await import('./api/createApi')).createApi(config),
      credentials,
      sandbox,
      log,
      now,
      tuning: () => ({
        requestsPerSecond: setting('requestsPerSecond'),
        timeoutMs: setting('requestTimeoutSeconds') * 1_000,
      }),
    }),
  );
  const networks = store.add(createNetworkStore(apis, now));
  const journal = openHistory(extension.globalStorageUri, store, log);
  const scopes = store.add(createScopeStore(extension.globalState, profiles));
  const looks = store.add(createLookStore(extension.globalState));
  const fresh = store.add(createFreshAddresses(systemClock));
  const tree = store.add(new NetworkTree({ networks, scopes, looks, keyEnds, fresh }));
  const move: CommandId = 'ncloudIp.moveSecondaryIps';
  const view = store.add(
    window.createTreeView(viewIds.network, {
      treeDataProvider: tree,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: createAddressDrag((dragged, target) => {
        void commands.executeCommand(move, { dragged, target });
      }),
    }),
  );
  const historyFilters = store.add(createHistoryFilters());
  const historyTree = store.add(new HistoryTree(journal.history, historyFilters, log));
  const historyView = store.add(window.createTreeView(viewIds.history, { treeDataProvider: historyTree }));
  const write = async (path: string): Promise<string> =>
    (await import('./features/openFeatures')).openFeatures(services).write(path);
  const services: Services = {
    profiles,
    credentials,
    keyEnds,
    apis,
    networks,
    scopes,
    looks,
    guestSystems: createGuestSystems(extension.globalState),
    groupNames: createGroupNames(),
    ...journal,
    historyFilters,
    lastResult: store.add(createLastResult()),
    fresh,
    sandbox,
    documents: store.add(registerReadOnlyDocuments((path) => write(path))),
    log,
    clock: systemClock,
    tree,
    view,
    historyView,
    cut: createCutAddresses<AddressSubject>(),
    env: process.env,
  };
  return services;
}

/** The sandbox of this window; in development it may be one that runs already (npm start, the tests). */
function createSandbox({ extensionPath, extensionMode }: ExtensionContext): SandboxDoor {
  const outside = process.env.NCLOUD_IP_DEV_SANDBOX;
  if (extensionMode !== ExtensionMode.Production && outside) return createOutsideSandboxDoor(outside);
  const token = extensionMode === ExtensionMode.Test && process.env.NCLOUD_IP_TEST_CONTROL_TOKEN;
  const controlToken = token ? { controlToken: token } : {};
  return createSandboxDoor(path.join(extensionPath, 'dist', 'sandbox.js'), () => ({
    scenario: setting('sandbox.scenario'),
    nics: setting('sandbox.interfaces'),
    delay: setting('sandbox.settleSeconds') * 1_000,
    ...controlToken,
  }));
}
