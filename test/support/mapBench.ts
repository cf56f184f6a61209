import { vi } from 'vitest';
import { Uri, type WebviewPanel } from 'vscode';
import { createMapPanel } from '../../src/features/map/mapPanel';
import type { OpenPage } from '../../src/features/map/openPage';
import type { ToMap } from '../../src/map/messages';
import type { FromMap } from '../../src/map/messagesFromMap';
import { createEmitter } from '../../src/session/emitter';
import type { Scope } from '../../src/session/scope';
import { openCommandBench, type CommandBench } from './commandBench';
import { memoryMemento } from './memoryMemento';
import type { Reply } from './scriptedPrompter';

/** A panel on a sandbox, with a page that only notes what it is told. */
export interface PageBench<Told, Said> extends CommandBench {
  readonly panel: WebviewPanel;
  /** Puts the panel behind another tab, where its page goes, or before it again. */
  readonly setVisible: (isVisible: boolean) => void;
  readonly scope: Scope;
  readonly key: { readonly profileId: string; readonly regionCode: string };
  readonly told: Told[];
  readonly html: () => string;
  readonly isClosed: () => boolean;
  /** What the page says; anything may come. */
  readonly say: (message: Said | Readonly<Record<string, unknown>>) => void;
}

/** A map on such a panel. */
export interface MapBench extends PageBench<ToMap, FromMap> {
  readonly map: OpenPage;
  /** Waits until the page was told of something, and gives it. */
  readonly heard: <T extends ToMap['type']>(type: T) => Promise<Extract<ToMap, { type: T }>>;
}

/** An empty panel, beside the region of the sandbox as it was read. */
export async function openPageBench<Told, Said>(...script: Reply[]): Promise<PageBench<Told, Said>> {
  const bench = await openCommandBench(...script);
  const scope: Scope = { profile: bench.profile, regionCode: 'KR' };
  const told: Told[] = [];
  const messages = createEmitter<unknown>();
  const gone = createEmitter<undefined>();
  const seen = createEmitter<undefined>();
  let isClosed = false;
  const webview = {
    html: '',
    cspSource: 'https://page.test',
    asWebviewUri: (uri: { path: string }) => `https://page.test${uri.path}`,
    onDidReceiveMessage: messages.event,
    postMessage: (message: Told) => Promise.resolve(told.push(structuredClone(message)) > 0),
  };
  const panel = {
    title: '',
    visible: true,
    webview,
    onDidChangeViewState: seen.event,
    onDidDispose: gone.event,
    dispose() {
      isClosed = true;
      gone.fire(undefined);
    },
  } as unknown as WebviewPanel;
  const context = { ...bench.context, memory: memoryMemento(), extensionUri: Uri.file('/extension') };
  await bench.context.networks.load(scope);
  return {
    ...bench,
    context,
    panel,
    setVisible(isVisible) {
      Object.assign(panel, { visible: isVisible });
      seen.fire(undefined);
    },
    scope,
    key: { profileId: scope.profile.id, regionCode: 'KR' },
    told,
    html: () => webview.html,
    isClosed: () => isClosed,
    say: (message) => messages.fire(message),
  };
}

/** Opens the map of a subnet of the sandbox and loads its page. */
export async function openMapBench(subnetNo: string, ...script: Reply[]): Promise<MapBench> {
  const bench = await openPageBench<ToMap, FromMap>(...script);
  const map = createMapPanel(bench.context, bench.panel, { ...bench.key, subnetNo });
  bench.say({ type: 'ready' });
  return {
    ...bench,
    map,
    heard: (type) =>
      vi.waitFor(() => {
        const found = bench.told.findLast((message) => message.type === type);
        if (!found) throw new Error(`the page was not told of ${type}`);
        return found as never;
      }),
  };
}
