import { env, l10n, type WebviewPanel } from 'vscode';
import type { OverviewData, OverviewSort } from '../../map/overviewData';
import { fromOverview, type FromOverview, type OverviewKey, type ToOverview } from '../../map/overviewMessages';
import { readOverview } from '../../map/readOverview';
import { errorText } from '../../words/errorText';
import { shownName } from '../../words/shownName';
import { reachText, usageText } from '../../words/subnetText';
import type { CommandContext } from '../commandContext';
import { followRegion } from './livePanel';
import { overviewTexts } from './mapTexts';
import { openPage, type OpenPage } from './openPage';

const sortKey = 'ncloudIp.overviewSort';

/** Fills a panel with the overview of a region and keeps it as the network was read last. `openMap` opens a subnet's map. Looks at VPCs. */
export function createOverviewPanel(
  context: CommandContext,
  panel: WebviewPanel,
  key: OverviewKey,
  openMap: (subnetNo: string) => void,
): OpenPage {
  const { memory } = context;
  let shown: string | undefined;
  let hasData = false;
  let wanted: string | undefined;

  const post = (message: ToOverview): void => void panel.webview.postMessage(message);
  const sort = (): OverviewSort => (memory.get<unknown>(sortKey) === 'fullness' ? 'fullness' : 'address');
  const live = followRegion(context, panel, key, {
    post,
    show(_, state, isReady) {
      panel.title = l10n.t('Overview of {0}', shownName(key.regionCode));
      if (!isReady) return;
      const network = state.last?.network;
      live.tellHead(panel.title);
      if (network) tellData(readOverview(network, { name: shownName, about }));
      else post({ type: 'none', text: state.kind === 'failed' ? errorText(state.error).message : l10n.t('Loading…') });
      if (!network) shown = undefined;
      hasData = network !== undefined;
      lookNow();
    },
  });

  /** The whole at once: a thousand subnets are a tenth of a megabyte. */
  function tellData(data: OverviewData): void {
    const text = JSON.stringify(data);
    if (text !== shown) post({ type: 'data', data });
    shown = text;
  }

  function lookNow(): void {
    if (!live.isReady() || !hasData || wanted === undefined) return;
    post({ type: 'reveal', vpcNo: wanted });
    wanted = undefined;
  }

  async function hear(message: FromOverview): Promise<void> {
    switch (message.type) {
      case 'ready':
        shown = undefined;
        post({ type: 'open', key, language: env.language, texts: overviewTexts(), sort: sort() });
        live.begin();
        break;
      case 'live':
        post({ type: 'live' });
        break;
      case 'sort':
        await memory.update(sortKey, message.sort);
        break;
      case 'openSubnet':
        openMap(message.subnetNo);
        break;
    }
  }

  return openPage(context, panel, live, {
    script: 'overviewView',
    said: fromOverview,
    hear,
    lookAt(vpcNo) {
      wanted = vpcNo;
      lookNow();
    },
  });
}

function about(subnet: Parameters<typeof reachText>[0] & Parameters<typeof usageText>[0]): string {
  return [reachText(subnet), usageText(subnet)]
    .filter((part) => part !== undefined)
    .map(shownName)
    .join(' · ');
}
