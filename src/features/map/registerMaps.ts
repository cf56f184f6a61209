import { window, type Disposable } from 'vscode';
import type { Services } from '../commandContext';

/** The kind of panel, as package.json names it in `onWebviewPanel:`. */
export const mapViewType = 'ncloudIp.subnetMap';

/** Brings maps back that were open when the window was closed or loaded anew. */
export function registerMaps({ features }: Pick<Services, 'features'>): Disposable {
  return window.registerWebviewPanelSerializer(mapViewType, {
    deserializeWebviewPanel: async (panel, state: unknown) => (await features()).restoreMap(panel, state),
  });
}
