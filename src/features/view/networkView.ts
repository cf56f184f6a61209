import { l10n, type TreeView } from 'vscode';
import type { NetworkState } from '../../session/networkState';
import { assistantAccess } from '../../session/profile';
import type { Scope } from '../../session/scope';
import { printable } from '../../text/printable';
import { ageText } from '../../words/timeText';
import { setContextKey } from '../../ui/contextKeys';
import { protectionText } from '../../words/siteText';

/** A region shown and what is known of it. */
export interface ShownRegion {
  readonly scope: Scope;
  readonly state: NetworkState;
}

/** What the title and the badge of the view tell. */
export interface ViewFacts {
  readonly shown: readonly ShownRegion[];
  /** False while the rows are still those of what was looked at before: then they get no name. */
  readonly isDrawn: boolean;
  /** What filters leave out, in words, each once; empty when they leave out nothing. */
  readonly filters: readonly string[];
  readonly findings: readonly string[];
  /** Epoch ms. */
  readonly now: number;
  readonly staleAfterMs: number;
}

/** Puts what is looked at, how old it is and how much wants a look above the tree, and what `when` clauses need into context keys. */
export function describeNetworkView(
  view: Pick<TreeView<unknown>, 'description' | 'badge'>,
  active: Scope | undefined,
  { shown, isDrawn, filters, findings, now, staleAfterMs }: ViewFacts,
): void {
  const [only] = shown;
  const where =
    shown.length === 1 && only
      ? [only.scope.profile.name, only.scope.regionCode, ...protectionText(only.scope.profile)]
      : shown.length > 1
        ? [l10n.t('{0} regions', shown.length)]
        : [];
  const filter = filters.length === 0 ? [] : [l10n.t('Filter: {0}', filters.join(' / '))];
  const times = shown.flatMap(({ state }) => (state.last ? [state.last.readAt] : []));
  const oldest = Math.min(...times);
  const isStale = now - oldest > staleAfterMs;
  const age = times.length === 0 ? [] : [isStale ? `${ageText(oldest)} ${l10n.t('(outdated)')}` : ageText(oldest)];
  view.description = isDrawn ? printable([...where, ...filter, ...age].join(' · ')) : '';
  view.badge =
    findings.length === 0 ? undefined : { value: findings.length, tooltip: [...findings].slice(0, 10).join('\n') };
  setContextKey('ncloudIp.networkEmpty', shown.length > 0 && shown.every(({ state }) => isEmpty(state)));
  setContextKey('ncloudIp.isFiltered', filters.length > 0);
  setContextKey('ncloudIp.readOnly', active?.profile.protection === 'readOnly');
  setContextKey('ncloudIp.assistants', active ? assistantAccess(active.profile) : 'propose');
}

function isEmpty(state: NetworkState): boolean {
  if (state.kind !== 'loaded') return false;
  const { network, gaps } = state.last;
  return network.interfaces.length + network.vpcs.length + network.subnets.length + gaps.length === 0;
}
