import { env, l10n, type WebviewPanel } from 'vscode';
import * as v from 'valibot';
import type { OverviewData, OverviewSort } from '../../map/overviewData';
import { fromOverview, type OverviewKey, type ToOverview } from '../../map/overviewMessages';
import { readOverview } from '../../map/readOverview';
import { errorText } from '../../words/errorText';
import { shownName } from '../../words/shownName';
import { reachText, usageText } from '../../words/subnetText';
import type { CommandContext } from '../commandContext';
import { followRegion } from './livePanel';
import { overviewTexts } from './mapTexts';
import { pageHtml } from './pageHtml';

/** An overview that stands open. */
export interface OverviewPanel {
  readonly panel: WebviewPanel;
  /** Leads the focus to a VPC, now or when the page is there. */
  lookAt(vpcNo: string): void;
}

const sortKey = 'ncloudIp.overviewSort';

/** Fills a panel with the overview of a region and keeps it as the network was read last. `openMap` opens a subnet's map. */
export function createOverviewPanel(
  context: CommandContext,
  panel: WebviewPanel,
  key: OverviewKey,
  openMap: (subnetNo: string) => void,
): OverviewPanel {
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
    if (!hasData || wanted === undefined) return;
    post({ type: 'reveal', vpcNo: wanted });
    wanted = undefined;
  }

  async function hear(message: unknown): Promise<void> {
    const { success, output } = v.safeParse(fromOverview, message);
    if (!success) {
      context.log.warn('an overview sent a message that is none of ours');
      return;
    }
    switch (output.type) {
      case 'ready':
        shown = undefined;
        post({ type: 'open', key, language: env.language, texts: overviewTexts(), sort: sort() });
        live.begin();
        break;
      case 'live':
        post({ type: 'live' });
        break;
      case 'sort':
        await memory.update(sortKey, output.sort);
        break;
      case 'openSubnet':
        openMap(output.subnetNo);
        break;
    }
  }

  live.store.add(panel.webview.onDidReceiveMessage((message: unknown) => void hear(message)));
  panel.webview.html = pageHtml(panel.webview, context.extensionUri, 'overviewView');
  live.update();
  return {
    panel,
    lookAt(vpcNo) {
      wanted = vpcNo;
      lookNow();
    },
  };
}

function about(subnet: Parameters<typeof reachText>[0] & Parameters<typeof usageText>[0]): string {
  return [reachText(subnet), usageText(subnet)]
    .filter((part) => part !== undefined)
    .map(shownName)
    .join(' · ');
}
