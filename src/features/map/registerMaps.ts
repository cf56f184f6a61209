import { Disposable, window } from 'vscode';
import type { Services } from '../commandContext';

/** The kind of a map's panel, as package.json names it in `onWebviewPanel:`. */
export const mapViewType = 'ncloudIp.subnetMap';
/** The same of an overview's. */
export const overviewViewType = 'ncloudIp.networkOverview';

/** Brings maps and overviews back that were open when the window was closed or loaded anew. */
export function registerMaps({ features }: Pick<Services, 'features'>): Disposable {
  return Disposable.from(
    window.registerWebviewPanelSerializer(mapViewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await features()).restoreMap(panel, state),
    }),
    window.registerWebviewPanelSerializer(overviewViewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await features()).restoreOverview(panel, state),
    }),
  );
}
