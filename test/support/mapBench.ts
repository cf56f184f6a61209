import { vi } from 'vitest';
import { Uri, type WebviewPanel } from 'vscode';
import { createMapPanel, type MapPanel } from '../../src/features/map/mapPanel';
import type { FromMap, ToMap } from '../../src/map/messages';
import type { CommandContext } from '../../src/features/commandContext';
import { createEmitter } from '../../src/session/emitter';
import type { Scope } from '../../src/session/scope';
import { openCommandBench, type CommandBench } from './commandBench';
import { memoryMemento } from './memoryMemento';
import type { Reply } from './scriptedPrompter';

/** A map on a sandbox, with a page that only notes what it is told. */
export interface MapBench extends CommandBench {
  readonly map: MapPanel;
  readonly scope: Scope;
  readonly told: ToMap[];
  readonly html: () => string;
  readonly isClosed: () => boolean;
  /** What the page says; anything may come. */
  readonly say: (message: FromMap | Readonly<Record<string, unknown>>) => void;
  /** Waits until the page was told of something, and gives it. */
  readonly heard: <T extends ToMap['type']>(type: T) => Promise<Extract<ToMap, { type: T }>>;
}

/** Opens the map of a subnet of the sandbox and loads its page. */
export async function openMapBench(subnetNo: string, ...script: Reply[]): Promise<MapBench> {
  const bench = await openCommandBench(...script);
  const scope: Scope = { profile: bench.profile, regionCode: 'KR' };
  const told: ToMap[] = [];
  const messages = createEmitter<unknown>();
  const gone = createEmitter<undefined>();
  let isClosed = false;
  const webview = {
    html: '',
    cspSource: 'https://page.test',
    asWebviewUri: (uri: { path: string }) => `https://page.test${uri.path}`,
    onDidReceiveMessage: messages.event,
    postMessage: (message: ToMap) => Promise.resolve(told.push(structuredClone(message)) > 0),
  };
  const panel = {
    title: '',
    visible: true,
    webview,
    onDidChangeViewState: () => ({ dispose: () => undefined }),
    onDidDispose: gone.event,
    dispose() {
      isClosed = true;
      gone.fire(undefined);
    },
  } as unknown as WebviewPanel;
  const context: CommandContext = { ...bench.context, memory: memoryMemento(), extensionUri: Uri.file('/extension') };
  await bench.context.networks.load(scope);
  const map = createMapPanel(context, panel, { profileId: scope.profile.id, regionCode: 'KR', subnetNo });
  const say: MapBench['say'] = (message) => messages.fire(message);
  say({ type: 'ready' });
  return {
    ...bench,
    map,
    scope,
    told,
    html: () => webview.html,
    isClosed: () => isClosed,
    say,
    heard: (type) =>
      vi.waitFor(() => {
        const found = told.findLast((message) => message.type === type);
        if (!found) throw new Error(`the page was not told of ${type}`);
        return found as never;
      }),
  };
}
