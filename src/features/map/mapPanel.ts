import { env, l10n, type WebviewPanel } from 'vscode';
import * as v from 'valibot';
import { addressToNumber, isIpv4 } from '../../model/address';
import { fromMap, type MapKey, type MapMode, type ToMap } from '../../map/messages';
import type { MapData } from '../../map/mapData';
import { patchBetween } from '../../map/patchMap';
import { readMap } from '../../map/readMap';
import { DisposableStore } from '../../session/disposableStore';
import type { NetworkState } from '../../session/networkState';
import { isSameScope, type Scope } from '../../session/scope';
import { errorText } from '../../words/errorText';
import { shownName } from '../../words/shownName';
import { ageText } from '../../words/timeText';
import { whereText } from '../../words/whereText';
import type { CommandContext } from '../commandContext';
import { actOnMap } from './mapActions';
import { describeHolder } from './describeHolder';
import { exportMap } from './exportMap';
import { mapHtml } from './mapHtml';
import { mapTexts } from './mapTexts';

/** A map that stands open. */
export interface MapPanel {
  readonly panel: WebviewPanel;
  /** Leads the focus to an address, now or when the page is there. */
  lookAt(address: string): void;
}

const modeKey = 'ncloudIp.mapMode';
/** Changes come in bursts (ms). */
const restMs = 40;

/**
 * Fills a panel with the map of a subnet and keeps it as the network was read last. It shows what this profile reads now:
 * what was read through other keys goes when the network store forgets it, and the panel goes with its profile.
 */
export function createMapPanel(context: CommandContext, panel: WebviewPanel, key: MapKey): MapPanel {
  const { networks, profiles, memory } = context;
  const store = new DisposableStore();
  let isReady = false;
  let shown: MapData | undefined;
  let head = '';
  let title = '';
  let wanted: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  const post = (message: ToMap): void => void panel.webview.postMessage(message);
  const scopeNow = (): Scope | undefined => {
    const profile = profiles.get(key.profileId);
    return profile && { profile, regionCode: key.regionCode };
  };
  const mode = (): MapMode => (memory.get<unknown>(modeKey) === 'table' ? 'table' : 'map');

  function update(mayLoad = true): void {
    const scope = scopeNow();
    if (!scope) {
      panel.dispose();
      return;
    }
    const state = networks.state(scope);
    const network = state.last?.network;
    const subnet = network?.subnet(key.subnetNo);
    const name = subnet ? shownName(subnet.subnetName) : l10n.t('Subnet {0}', shownName(key.subnetNo));
    panel.title = l10n.t('Map of {0}', name);
    // A region that nobody read yet, or that was forgotten with the keys it was read with.
    if (mayLoad && state.kind === 'unread' && panel.visible) void networks.load(scope).catch(() => undefined);
    if (!isReady) return;
    const data = network && readMap(network, key.subnetNo, describeHolder(network), networks.busy(scope));
    title = [name, subnet && shownName(subnet.subnet)].filter(Boolean).join(' · ');
    tellHead(scope, state);
    if (!data) post({ type: 'none', text: reasonOf(state) });
    else tellData(data);
    shown = data;
    lookNow();
  }

  function tellHead(scope: Scope, state: NetworkState): void {
    const note =
      state.kind === 'failed' ? errorText(state.error).summary : state.last ? ageText(state.last.readAt) : '';
    const canChange = scope.profile.protection !== 'readOnly';
    const message = { type: 'head', title, where: whereText(scope), note, canChange } as const;
    if (JSON.stringify(message) === head) return;
    head = JSON.stringify(message);
    post(message);
  }

  function tellData(data: MapData): void {
    const patch = shown && patchBetween(shown, data);
    if (!patch) post({ type: 'data', data });
    else if (patch.changed.length + patch.gone.length > 0) post({ type: 'patch', ...patch });
  }

  function lookNow(): void {
    if (!isReady || !shown || wanted === undefined) return;
    const offset = isIpv4(wanted) ? addressToNumber(wanted) - addressToNumber(shown.first) : -1;
    if (offset >= 0 && offset < shown.size) post({ type: 'reveal', offset });
    wanted = undefined;
  }

  function begin(): void {
    isReady = true;
    shown = undefined;
    head = '';
    const canChange = scopeNow()?.profile.protection !== 'readOnly';
    post({ type: 'open', key, language: env.language, texts: mapTexts(), mode: mode(), canChange });
    update();
  }

  async function hear(message: unknown): Promise<void> {
    const { success, output } = v.safeParse(fromMap, message);
    const scope = scopeNow();
    if (!success) context.log.warn('a map sent a message that is none of ours');
    else if (output.type === 'ready') begin();
    else if (output.type === 'mode') await memory.update(modeKey, output.mode);
    else if (output.type === 'export' && shown) await exportMap(shown, title, output);
    else if (output.type === 'act' && scope)
      await actOnMap(context, { scope, subnetNo: key.subnetNo, data: shown }, output.action, output.offsets);
  }

  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      update();
    }, restMs);
  };
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(panel.webview.onDidReceiveMessage((message: unknown) => void hear(message)));
  store.add(panel.onDidChangeViewState(soon));
  store.add(profiles.onDidChange(soon));
  store.add(
    networks.onDidChange((changed) => {
      const scope = scopeNow();
      // What was forgotten goes at once: under its name may come another account.
      if (scope && isSameScope(changed, scope) && networks.state(scope).kind === 'unread') update(false);
      if (!scope || isSameScope(changed, scope)) soon();
    }),
  );
  panel.onDidDispose(() => store.dispose());
  panel.webview.html = mapHtml(panel.webview, context.extensionUri);
  update();
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
