import { Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import * as v from 'valibot';
import { mapState, type MapKey } from '../../map/messages';
import type { DisposableStore } from '../../session/disposableStore';
import type { Scope } from '../../session/scope';
import type { CommandContext } from '../commandContext';
import type { Maps } from '../features';
import { createMapPanel, type MapPanel } from './mapPanel';
import { mapViewType } from './registerMaps';

/** The door to the maps: nothing of them is loaded before the first one is opened. */
export function createMaps(context: CommandContext, store: DisposableStore): Maps {
  const open = new Map<string, MapPanel>();
  const nameOf = ({ profileId, regionCode, subnetNo }: MapKey): string => [profileId, regionCode, subnetNo].join('/');
  const keyOf = ({ profile, regionCode }: Scope, subnetNo: string): MapKey => ({
    profileId: profile.id,
    regionCode,
    subnetNo,
  });
  const add = (panel: WebviewPanel, key: MapKey): MapPanel => {
    const made = createMapPanel(context, panel, key);
    open.set(nameOf(key), made);
    panel.onDidDispose(() => {
      if (open.get(nameOf(key)) === made) open.delete(nameOf(key));
    });
    return made;
  };
  store.add({ dispose: () => open.clear() });
  return {
    open(scope, subnetNo, address) {
      const key = keyOf(scope, subnetNo);
      const known = open.get(nameOf(key));
      known?.panel.reveal();
      const folder = Uri.joinPath(context.extensionUri, 'dist');
      const options = { enableScripts: true, localResourceRoots: [folder] };
      const map = known ?? add(window.createWebviewPanel(mapViewType, '', ViewColumn.Active, options), key);
      if (address !== undefined) map.lookAt(address);
    },
    restore(panel, state) {
      const { success, output } = v.safeParse(mapState, state);
      if (success && !open.has(nameOf(output.key))) add(panel, output.key);
      else panel.dispose();
    },
    reveal(scope, subnetNo, address) {
      open.get(nameOf(keyOf(scope, subnetNo)))?.lookAt(address);
    },
  };
}
