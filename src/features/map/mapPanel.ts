import { env, l10n, type WebviewPanel } from 'vscode';
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
import { exportPng, exportSvg, mapSvg } from './exportMap';
import { mapHistory } from './mapHistory';
import { followRegion } from './livePanel';
import { openPage, type OpenPage } from './openPage';
import { describeHolder, mapTexts } from './mapTexts';
import { sayNotHere } from './nothingToDo';

const noHistory = JSON.stringify({ changes: [], names: [] });

const modeKey = 'ncloudIp.mapMode';
const colourKey = 'ncloudIp.mapColour';

/** Fills a panel with the map of a subnet and keeps it as the network was read last (livePanel.ts). Looks at addresses. */
export function createMapPanel(context: CommandContext, panel: WebviewPanel, key: MapKey): OpenPage {
  const { networks, memory } = context;
  let shown: MapData | undefined;
  let title = '';
  let wanted: string | undefined;
  let told = noHistory;
  /** Another one after each time at which there was nothing to show: what comes then may be of another account. */
  let era = 0;

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
      if (!data) {
        told = noHistory;
        era++;
      }
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
    if (!live.isReady() || !shown || wanted === undefined) return;
    const offset = isIpv4(wanted) ? addressToNumber(wanted) - addressToNumber(shown.first) : -1;
    if (offset >= 0 && offset < shown.size) post({ type: 'reveal', offset });
    else sayNotHere(wanted, shown.cidr);
    wanted = undefined;
  }

  function begin(): void {
    shown = undefined;
    told = noHistory;
    const canChange = live.scope()?.profile.protection !== 'readOnly';
    post({ type: 'open', key, language: env.language, texts: mapTexts(), mode: mode(), colour: colour(), canChange });
    live.begin();
  }

  async function hear(message: FromMap): Promise<void> {
    const scope = live.scope();
    const begun = era;
    const place = scope && {
      scope,
      subnetNo: key.subnetNo,
      data: () => (era === begun ? shown : undefined),
    };
    if (message.type === 'ready') begin();
    else if (message.type === 'live') post({ type: 'live' });
    else if (message.type === 'mode') await memory.update(modeKey, message.mode);
    else if (message.type === 'colour') await memory.update(colourKey, message.colour);
    else if (message.type === 'png' && shown) await exportPng(shown, message.png);
    else if (message.type === 'export' && shown) await save(shown, message);
    else if (message.type === 'onto' && place)
      await returning(() => putOnto(place, message.networkInterfaceNo, message));
    else if (message.type === 'act' && place) await returning(() => actOnMap(context, place, message.action, message));
  }

  /** A PNG is drawn by the page, which sends it back. */
  async function save(data: MapData, asked: Extract<FromMap, { type: 'export' }>): Promise<void> {
    if (asked.format === 'png') post({ type: 'draw', svg: mapSvg(data, title, asked) });
    else await exportSvg(data, mapSvg(data, title, asked));
  }

  /** A plan is reviewed in a tab before the map. When it goes, whoever came by keyboard is at the map again. */
  async function returning(act: () => Promise<void>): Promise<void> {
    let isAway = false;
    const watching = panel.onDidChangeViewState(() => {
      if (isAway && panel.visible) panel.reveal(undefined, false);
      isAway = !panel.visible;
    });
    try {
      await act();
    } finally {
      watching.dispose();
    }
  }

  live.store.add(context.history.onDidChange(() => live.soon()));
  live.store.add(context.reservations.onDidChange(() => live.soon()));
  return openPage(context, panel, live, {
    script: 'mapView',
    said: fromMap,
    hear,
    lookAt(address) {
      wanted = address;
      lookNow();
    },
  });
}

/** Why there is no map. */
function reasonOf(state: NetworkState): string {
  if (state.kind === 'failed' && !state.last) return errorText(state.error).message;
  return state.last ? l10n.t('This subnet is not in this account, or its range cannot be read.') : l10n.t('Loading…');
}
