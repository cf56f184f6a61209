import path from 'node:path';
import { commands, ExtensionMode, Uri, window, type ExtensionContext } from 'vscode';
import type { ApiConfig } from './api/ncloudApi';
import { systemClock } from './change/systemClock';
import type { Services } from './features/commandContext';
import type { Features } from './features/features';
import type { AddressSubject } from './features/move/addressesOf';
import { viewIds, type CommandId } from './contributions';
import { openHistory } from './features/history/openHistory';
import { createSession } from './session/createSession';
import { lazyReadings } from './session/readings/keptReadings';
import { createOutsideSandboxDoor, createSandboxDoor, type SandboxDoor } from './session/sandboxDoor';
import { createAddressDrag } from './tree/addressDrag';
import { HistoryTree } from './tree/historyTree';
import { NetworkTree } from './tree/networkTree';
import { OpenRows } from './tree/openRows';
import { createCutAddresses } from './features/move/cutAddresses';
import type { DisposableStore } from './session/disposableStore';
import { createLog } from './ui/log';
import { registerReadOnlyDocuments } from './ui/readOnlyDocuments';
import { setting } from './ui/settings';

/** Builds everything once, in the order of dependence; `store` disposes of it in reverse, so the log goes last. */
export function createServices(extension: ExtensionContext, store: DisposableStore): Services {
  const log = store.add(createLog());
  const sandbox = createSandbox(extension);
  store.add({ dispose: () => sandbox.close() });
  const pacing: ApiConfig['pacing'] = {
    paces: new Map(),
    folder: Uri.joinPath(extension.globalStorageUri, 'pace').fsPath,
  };
  const readingsFolder = Uri.joinPath(extension.globalStorageUri, 'readings').fsPath;
  const session = createSession(
    {
      state: extension.globalState,
      secrets: extension.secrets,
      createApi: async (config) => (await import('./api/createApi')).createApi(config),
      tuning: () => ({
        requestsPerSecond: setting('requestsPerSecond'),
        timeoutMs: setting('requestTimeoutSeconds') * 1_000,
        pacing,
      }),
      journal: openHistory(extension.globalStorageUri, store, log),
      readings: lazyReadings(async () =>
        (await import('./session/readings/openReadings')).openReadings(readingsFolder, log),
      ),
      sandbox,
      log,
      clock: systemClock,
    },
    store,
  );
  const { history, historyFilters } = session;
  const tree = store.add(new NetworkTree(session));
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
  const historyTree = store.add(new HistoryTree(history, historyFilters, log));
  const historyView = store.add(window.createTreeView(viewIds.history, { treeDataProvider: historyTree }));
  let opened: Promise<Features> | undefined;
  const features = (): Promise<Features> =>
    (opened ??= import('./features/openFeatures').then(({ openFeatures }) => openFeatures(services, store)));
  const services: Services = {
    ...session,
    documents: store.add(registerReadOnlyDocuments(async (path) => (await features()).write(path))),
    log,
    tree,
    view,
    openRows: store.add(new OpenRows(view)),
    historyView,
    extensionUri: extension.extensionUri,
    memory: extension.globalState,
    cut: createCutAddresses<AddressSubject>(),
    env: process.env,
    features,
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
