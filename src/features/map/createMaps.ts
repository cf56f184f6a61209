import { Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import * as v from 'valibot';
import { mapState, type MapKey } from '../../map/messages';
import { overviewState, type OverviewKey } from '../../map/overviewMessages';
import type { DisposableStore } from '../../session/disposableStore';
import { scopeKey, type Scope } from '../../session/scope';
import type { CommandContext } from '../commandContext';
import type { Maps } from '../features';
import { createMapPanel } from './mapPanel';
import type { OpenPage } from './openPage';
import { createOverviewPanel } from './overviewPanel';
import { mapViewType, overviewViewType } from './registerMaps';

/** The door to maps and overviews: nothing of them is loaded before the first one is opened. */
export function createMaps(context: CommandContext, store: DisposableStore): Maps {
  const maps = openPanels();
  const overviews = openPanels();
  const mapName = ({ profileId, regionCode, subnetNo }: MapKey): string => [profileId, regionCode, subnetNo].join('/');
  const overviewName = ({ profileId, regionCode }: OverviewKey): string => [profileId, regionCode].join('/');
  const mapKey = ({ profile, regionCode }: Scope, subnetNo: string): MapKey => ({
    profileId: profile.id,
    regionCode,
    subnetNo,
  });
  const newPanel = (viewType: string): WebviewPanel => {
    const folder = Uri.joinPath(context.extensionUri, 'dist');
    return window.createWebviewPanel(viewType, '', ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [folder],
    });
  };
  const addMap = (panel: WebviewPanel, key: MapKey): OpenPage =>
    maps.add(mapName(key), createMapPanel(context, panel, key));
  const addOverview = (panel: WebviewPanel, key: OverviewKey): OpenPage =>
    overviews.add(
      overviewName(key),
      createOverviewPanel(context, panel, key, (subnetNo) => {
        const profile = context.profiles.get(key.profileId);
        if (profile) open({ profile, regionCode: key.regionCode }, subnetNo);
      }),
    );
  function open(scope: Scope, subnetNo: string, address?: string): void {
    const key = mapKey(scope, subnetNo);
    const known = maps.get(mapName(key));
    known?.panel.reveal();
    const map = known ?? addMap(newPanel(mapViewType), key);
    if (address !== undefined) map.lookAt(address);
  }
  store.add({ dispose: () => maps.clear() });
  store.add({ dispose: () => overviews.clear() });
  return {
    open,
    openOverview(scope, vpcNo) {
      const known = overviews.get(scopeKey(scope));
      known?.panel.reveal();
      const key = { profileId: scope.profile.id, regionCode: scope.regionCode };
      const overview = known ?? addOverview(newPanel(overviewViewType), key);
      if (vpcNo !== undefined) overview.lookAt(vpcNo);
    },
    restore(panel, state) {
      const { success, output } = v.safeParse(mapState, state);
      if (success && !maps.get(mapName(output.key))) addMap(panel, output.key);
      else panel.dispose();
    },
    restoreOverview(panel, state) {
      const { success, output } = v.safeParse(overviewState, state);
      if (success && !overviews.get(overviewName(output.key))) addOverview(panel, output.key);
      else panel.dispose();
    },
    reveal(scope, subnetNo, address) {
      maps.get(mapName(mapKey(scope, subnetNo)))?.lookAt(address);
    },
  };
}

interface OpenPanels {
  get(name: string): OpenPage | undefined;
  /** Keeps a panel until it is closed. */
  add(name: string, page: OpenPage): OpenPage;
  clear(): void;
}

function openPanels(): OpenPanels {
  const open = new Map<string, OpenPage>();
  return {
    get: (name) => open.get(name),
    add(name, made) {
      open.set(name, made);
      made.panel.onDidDispose(() => {
        if (open.get(name) === made) open.delete(name);
      });
      return made;
    },
    clear: () => open.clear(),
  };
}
