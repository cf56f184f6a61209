import { env, l10n, type WebviewPanel } from 'vscode';
import * as v from 'valibot';
import { addressToNumber, isIpv4 } from '../../model/address';
import type { MapKey, MapMode, ToMap } from '../../map/messages';
import { fromMap, type FromMap } from '../../map/messagesFromMap';
import type { MapData } from '../../map/mapData';
import { patchBetween } from '../../map/patchMap';
import { readMap } from '../../map/readMap';
import { colourModes, type ColourMode } from '../../map/tints';
import type { NetworkState } from '../../session/networkState';
import { errorText } from '../../words/errorText';
import { shownName } from '../../words/shownName';
import type { CommandContext } from '../commandContext';
import { actOnMap, putOnto } from './mapActions';
import { describeHolder } from './describeHolder';
import { exportPng, exportSvg, mapSvg } from './exportMap';
import { mapHistory } from './mapHistory';
import { followRegion } from './livePanel';
import { pageHtml } from './pageHtml';
import { mapTexts } from './mapTexts';

const noHistory = JSON.stringify({ changes: [], names: [] });

/** A map that stands open. */
export interface MapPanel {
  readonly panel: WebviewPanel;
  /** Leads the focus to an address, now or when the page is there. */
  lookAt(address: string): void;
}

const modeKey = 'ncloudIp.mapMode';
const colourKey = 'ncloudIp.mapColour';

/** Fills a panel with the map of a subnet and keeps it as the network was read last (livePanel.ts). */
export function createMapPanel(context: CommandContext, panel: WebviewPanel, key: MapKey): MapPanel {
  const { networks, memory } = context;
  let shown: MapData | undefined;
  let title = '';
  let wanted: string | undefined;
  let told = noHistory;

  const post = (message: ToMap): void => void panel.webview.postMessage(message);
  const mode = (): MapMode => (memory.get<unknown>(modeKey) === 'table' ? 'table' : 'map');
  const colour = (): ColourMode => {
    const kept = memory.get<unknown>(colourKey);
    return colourModes.find((mode) => mode === kept) ?? 'state';
  };
  const live = followRegion(context, panel, key, {
    post,
    show(scope, state, isReady) {
      const network = state.last?.network;
      const subnet = network?.subnet(key.subnetNo);
      const name = subnet ? shownName(subnet.subnetName) : l10n.t('Subnet {0}', shownName(key.subnetNo));
      panel.title = l10n.t('Map of {0}', name);
      if (!isReady) return;
      const data =
        network &&
        readMap(
          network,
          key.subnetNo,
          describeHolder(network),
          networks.busy(scope),
          context.reservations.reservedIn(scope, key.subnetNo),
        );
      title = [name, subnet && shownName(subnet.subnet)].filter(Boolean).join(' · ');
      live.tellHead(title);
      if (!data) post({ type: 'none', text: reasonOf(state) });
      else tellData(data);
      shown = data;
      if (!data) told = noHistory;
      void tellHistory();
      lookNow();
    },
  });

  function tellData(data: MapData): void {
    const patch = shown && patchBetween(shown, data);
    if (!patch) post({ type: 'data', data });
    else if (patch.changed.length + patch.gone.length > 0) post({ type: 'patch', ...patch });
  }

  /** Read only for a map that is shown, and told only when it is another. */
  async function tellHistory(): Promise<void> {
    const data = shown;
    const entries = data && (await context.history.list().catch(() => []));
    if (!entries || data !== shown) return;
    const history = mapHistory(entries, key, data);
    const text = JSON.stringify(history);
    if (text === told) return;
    told = text;
    post({ type: 'history', history });
  }

  function lookNow(): void {
    if (!shown || wanted === undefined) return;
    const offset = isIpv4(wanted) ? addressToNumber(wanted) - addressToNumber(shown.first) : -1;
    if (offset >= 0 && offset < shown.size) post({ type: 'reveal', offset });
    wanted = undefined;
  }

  function begin(): void {
    shown = undefined;
    told = noHistory;
    const canChange = live.scope()?.profile.protection !== 'readOnly';
    post({ type: 'open', key, language: env.language, texts: mapTexts(), mode: mode(), colour: colour(), canChange });
    live.begin();
  }

  async function hear(message: unknown): Promise<void> {
    const { success, output } = v.safeParse(fromMap, message);
    const scope = live.scope();
    if (!success) context.log.warn('a map sent a message that is none of ours');
    else if (output.type === 'ready') begin();
    else if (output.type === 'live') post({ type: 'live' });
    else if (output.type === 'mode') await memory.update(modeKey, output.mode);
    else if (output.type === 'colour') await memory.update(colourKey, output.colour);
    else if (output.type === 'png' && shown) await exportPng(shown, output.png);
    else if (output.type === 'export' && shown) await save(shown, output);
    else if (output.type === 'onto' && scope)
      await putOnto({ scope, subnetNo: key.subnetNo, data: shown }, output.networkInterfaceNo, output.offsets);
    else if (output.type === 'act' && scope)
      await actOnMap(context, { scope, subnetNo: key.subnetNo, data: shown }, output.action, output.offsets);
  }

  /** A PNG is drawn by the page, which sends it back. */
  async function save(data: MapData, asked: Extract<FromMap, { type: 'export' }>): Promise<void> {
    if (asked.format === 'png') post({ type: 'draw', svg: mapSvg(data, title, asked) });
    else await exportSvg(data, mapSvg(data, title, asked));
  }

  live.store.add(context.history.onDidChange(() => live.soon()));
  live.store.add(context.reservations.onDidChange(() => live.soon()));
  live.store.add(panel.webview.onDidReceiveMessage((message: unknown) => void hear(message)));
  panel.webview.html = pageHtml(panel.webview, context.extensionUri, 'mapView');
  live.update();
  return {
    panel,
    lookAt(address) {
      wanted = address;
      lookNow();
    },
  };
}

/** Why there is no map. */
function reasonOf(state: NetworkState): string {
  if (state.kind === 'failed' && !state.last) return errorText(state.error).message;
  return state.last ? l10n.t('This subnet is not in this account, or its range cannot be read.') : l10n.t('Loading…');
}
